import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCollection } from '../../importers/collection/readCollection.js';
import type { ReportDraft } from '../../importers/draft/draft.js';
import { readFile } from '../../importers/worker/readFile.js';
import { annotatedWorkbook } from '../../src/exports/annotated/annotatedWorkbook.js';
import { annotated, listedFaults, openWorkbook, readAgain } from '../support/annotated.js';
import { wideCsv } from '../support/tables.js';

/** Flattened: three rows of 三 have fewer numbers than columns. */
const flattened = readFileSync(new URL('../fixtures/seeds/anyang2020.txt', import.meta.url));

async function draftFrom(bytes: Uint8Array, name: string): Promise<ReportDraft> {
  const [report] = (await readFile(bytes, name, { blanksAreZero: false })).reports;
  if (!report) throw new Error('no report was read');
  return report;
}

const codes = ({ problems }: Pick<ReportDraft, 'problems'>) => problems.map(({ code }) => code);
const markUp = (draft: ReportDraft) => annotatedWorkbook({ ...annotated(draft), unread: draft.unread });

describe('cells that could not be read', () => {
  test('say so in the marked-up workbook; uploaded as it is, it is refused as before', async () => {
    const draft = await draftFrom(flattened, '年报.txt');
    const unread = draft.unread ?? [];
    expect(codes(draft)).toContain('AMBIGUOUS_ROW');
    expect(unread).toHaveLength(21);
    const bytes = await markUp(draft);
    const again = await readAgain(bytes);
    expect(again.problems).toMatchObject([
      { code: 'VALUE_UNREAD', severity: 'error', at: expect.stringMatching(/^年报![A-Z]+\d+$/) },
    ]);
    expect(unread[0]).toBe(again.problems[0]?.cell);
    expect(again.problems[0]?.message).toContain('等 21 格');
    expect(unread.map((key) => again.cells[key]?.raw)).toEqual(unread.map(() => '未读出'));
    // Neither does the word of the filer that blank means zero make numbers of them.
    const zeros = await readAgain(bytes, '批注.xlsx', true);
    expect(unread.map((key) => zeros.cells[key]?.value)).toEqual(unread.map(() => null));
    expect(codes(await readAgain(await markUp(again)))).toEqual(codes(again));
  });

  test('are all coloured, with one line in the list for each cause', async () => {
    const draft = await draftFrom(flattened, '年报.txt');
    const workbook = await openWorkbook(await markUp(draft));
    const marked: string[] = [];
    workbook.getWorksheet('年报')!.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value !== '未读出' || (cell.isMerged && cell.master !== cell)) return;
        expect(cell.fill).toMatchObject({ fgColor: { argb: 'FFFF9B9B' } });
        marked.push(cell.address);
      }),
    );
    expect(marked).toHaveLength(draft.unread?.length ?? 0);
    const errors = draft.problems.filter(({ severity }) => severity === 'error');
    expect(listedFaults(workbook).filter(({ 程度 }) => 程度 === '▲ 错误')).toHaveLength(errors.length);
  });

  test('a row of a table that is longer than its header may be shifted: none of it is taken over', async () => {
    const table = wideCsv([{ code: 'A1', name: '甲,局', year: 2024 }]);
    const reports: ReportDraft[] = [];
    for await (const part of readCollection(Buffer.from(table), '一览.csv', { blanksAreZero: false }))
      if (part.kind === 'reports') reports.push(...part.reports);
    const [draft] = reports;
    expect(codes(draft!)).toContain('AMBIGUOUS_ROW');
    const again = await readAgain(await markUp(draft!));
    expect(new Set(codes(again))).toEqual(new Set(['VALUE_UNREAD']));
    expect(Object.values(again.cells).every(({ value }) => value === null)).toBe(true);
  });
});
