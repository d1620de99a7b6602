import { entriesOf } from '../../src/cells.js';
import { readFile as readBytes } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { limits } from '../../importers/files/limits.js';
import { noWordsConfirmed } from '../../importers/ledger/words/confirmedWords.js';
import { readFile } from '../../importers/worker/readFile.js';
import { checkFile } from '../../src/filing/judging/checkDocument.js';
import { judgeLedger } from '../../src/filing/ledger/ledgerDocument.js';
import { formById } from '../../src/forms/index.js';
import { calendarYears } from '../../src/ledger/calendars/calendarYears.js';
import { workingDays } from '../../src/ledger/workingDays.js';

const folder = new URL('../../examples/ledger/', import.meta.url);
const form = formById('2021')!;

test('the ledger counts to every cell of 三 and 四 of its report', async () => {
  const name = '示例市城市管理局2024年依申请公开台账.xlsx';
  const ledger = { year: 2024, form: form.id, words: noWordsConfirmed };
  const draft = await readFile(
    await readBytes(new URL(name, folder)),
    name,
    { blanksAreZero: false, layout: 'ledger', ledger },
    limits.ledger,
  );
  const { document } = judgeLedger(name, draft, {
    ...{ year: 2024, form },
    calendar: workingDays(calendarYears(null)),
    today: '2025-01-31',
  });
  expect(document.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
  const report = '示例市城市管理局2024.xlsx';
  const read = await readFile(await readBytes(new URL(report, folder)), report, { blanksAreZero: false });
  const [typed] = checkFile(report, read).reports;
  expect(document.cases).toBe(36);
  expect(document.carriedForward).toEqual(['2024-035', '2024-036']);
  for (const [cell, counted] of entriesOf(document.cells))
    expect([cell, typed?.cells[cell]?.value]).toEqual([cell, counted]);
  expect(typed?.findings).toEqual([]);
});
