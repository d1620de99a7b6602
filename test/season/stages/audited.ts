import { expect } from 'vitest';
import { at } from '../../support/server.js';
import type { Season } from '../buildSeason.js';
import { reportOf } from '../steps.js';
import { units } from '../tree.js';
import { verifyEveryChain } from '../verifyEveryChain.js';

/** The trail of every agency is whole, and tells what was done with a report from first to last. */
export async function audited({ people, other }: Season): Promise<void> {
  const { auditor } = people;
  // And the chain of what concerns no agency.
  expect(await verifyEveryChain(auditor, units)).toBe(units.length + 1);
  const report = await reportOf(
    auditor,
    other,
    'steps { from to } publications { auditHead } auditTrail(first: 200) { nodes { action actor } }',
  );
  expect(at(report, 'steps')).toEqual(
    [
      ['DRAFT', 'SUBMITTED'],
      ['SUBMITTED', 'RETURNED'],
      ['RETURNED', 'SUBMITTED'],
      ['SUBMITTED', 'ACCEPTED'],
      ['ACCEPTED', 'PUBLISHED'],
      ['PUBLISHED', 'CORRECTING'],
      ['CORRECTING', 'PUBLISHED'],
    ].map(([from, to]) => ({ from, to })),
  );
  const head = String(at(report, 'publications', 0, 'auditHead'));
  expect(
    await auditor.ask(
      `query ($code: String!, $head: String) { auditVerify(agency: $code, head: $head) { intact breaks { kind } } }`,
      { code: other.code, head },
    ),
  ).toEqual({ auditVerify: { intact: true, breaks: [] } });
  const nodes = at(report, 'auditTrail', 'nodes');
  const told = Array.isArray(nodes) ? nodes.map((node) => `${at(node, 'action')} ${at(node, 'actor')}`) : [];
  const filer = `${other.name}填报`;
  expect(told.reverse()).toEqual([
    `REPORT_IMPORTED ${filer}`,
    `FINDING_EXPLAINED ${filer}`,
    `FINDING_EXPLAINED ${filer}`,
    `REPORT_SUBMITTED ${filer}`,
    'REPORT_RETURNED 审核2',
    `CELL_CORRECTED ${filer}`,
    `REPORT_SUBMITTED ${filer}`,
    'REPORT_ACCEPTED 审核2',
    'REPORT_PUBLISHED 历山发布',
    'REPORT_REOPENED 历山发布',
    `CELL_CORRECTED ${filer}`,
    'REPORT_PUBLISHED 历山发布',
  ]);
}
