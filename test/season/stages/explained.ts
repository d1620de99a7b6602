import { expect } from 'vitest';
import { at } from '../../support/server.js';
import type { Season } from '../buildSeason.js';
import { doubtful } from '../doubtful.js';
import { keyOf, reportOf, together } from '../steps.js';

/** What asks for an explanation keeps a report from being submitted until it has one. */
export async function explained(season: Season): Promise<void> {
  const { filerOf } = season.people;
  await together(doubtful, async (unit) => {
    const filer = filerOf(unit);
    const step = { report: keyOf(unit), expectedVersion: 1 };
    expect(await filer.refused('reportSubmit', step)).toEqual(['SUBMISSION_BLOCKED']);
    const fields = 'findings(severity: [EXPLAIN]) { id rule { id } difference cells { key } }';
    const findings = at(await reportOf(filer, unit, fields), 'findings');
    expect(findings).toMatchObject(
      ['naturalPerson', 'total'].map((column) => ({
        rule: { id: 'R-CARRY' },
        difference: '-2',
        cells: [{ key: `requests.carriedOver.${column}` }],
      })),
    );
    for (const finding of [0, 1]) {
      const text = `${unit.name}有两件申请在年底前由申请人撤回，不再结转`;
      const input = { report: keyOf(unit), finding: at(findings, finding, 'id'), text };
      const said = await filer.do('findingExplain', { input }, 'finding { settled } explanation { text }');
      expect(said).toMatchObject({ finding: { settled: true }, explanation: { text } });
    }
    expect(await reportOf(filer, unit, 'explainCount unsettledCount')).toEqual({
      explainCount: 2,
      unsettledCount: 0,
    });
  });
  await season.expectOthersHidden();
}
