import { readFile as readBytes } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { limits } from '../../../importers/files/limits.js';
import { noWordsConfirmed } from '../../../importers/ledger/words/confirmedWords.js';
import { readFile } from '../../../importers/worker/readFile.js';

async function read(name: string, bytes?: Uint8Array) {
  const ledger = { year: 2024, form: '2021', words: noWordsConfirmed };
  const read = await readFile(
    bytes ?? (await readBytes(new URL(`../../fixtures/ledger/${name}`, import.meta.url))),
    name,
    { blanksAreZero: false, layout: 'ledger', ledger },
    limits.ledger,
  );
  return {
    cases: read.ledger?.cases.map(({ received, outcome }) => [received, outcome]),
    told: read.ledger?.problems
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, at }) => `${code} ${at}`),
  };
}

const merged = {
  cases: [
    ['2024-03-01', 'disclosed'],
    ['2024-03-01', 'disclosed'],
    ['2024-03-01', 'repeatedRequest'],
    ['2024-04-01', 'otherReasons'],
  ],
  told: [],
};

test('what is merged down in a table of Word holds for each of its lines', async () => {
  expect(await read('merged-down.docx')).toEqual(merged);
});

test('what reaches down in the table of a web page holds for each of its lines', async () => {
  const page = `<meta charset="utf-8"><h1>2024年依申请公开台账</h1><table>
    <tr><th>申请编号<th>申请人类型<th>收到日期<th>答复日期<th>答复类型</tr>
    <tr><td>2024-001<td>公民<td rowspan=3>2024.3.1<td>2024.3.20<td rowspan=2>予以公开</tr>
    <tr><td>2024-002<td>商业企业<td>2024.3.21</tr>
    <tr><td>2024-003<td>公民<td>2024.3.22<td>重复申请</tr>
    <tr><td>2024-004<td>公民<td>2024.4.1<td>2024.4.2<td>撤回</tr></table>`;
  expect(await read('台账.html', Buffer.from(page))).toEqual(merged);
});

/** The day is shown as 12月20日 and was typed in the next year, which is stored with it. */
test('a day whose built-in format shows no year is asked for, in .xls too', async () => {
  expect((await read('built-in-58.xls')).told).toEqual([
    'DAY_UNCLEAR 台账!C2',
    'DAY_UNCLEAR 台账!C3',
    'DAY_UNCLEAR 台账!C4',
  ]);
});
