import { expect, test } from 'vitest';
import { readFile } from '../../importers/worker/readFile.js';
import { withChanges, type CellKey, type Values, entriesOf } from '../../src/cells.js';
import { checkDraft } from '../../src/filing/judging/checkDocument.js';
import { formById } from '../../src/forms/index.js';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import { validValues } from '../support/drafts.js';
import { inShort, valueOf } from '../support/repairs.js';
import { sampleCsv } from '../support/sampleFiles.js';

const form = formById('2021')!;
const right = validValues(form);
const rightOf = (key: CellKey) => valueOf(form, right, key)!;
const wrong = (changes: Record<CellKey, bigint | null>) => withChanges(form, right, entriesOf(changes));
const offered = (values: Values) =>
  proposeRepairs({ form, values }).map((repair) => [inShort(repair), repair.unique, repair.settles]);

test('a blank that only one value can fill is offered', () => {
  const key = 'requests.petitionOrComplaint.total';
  expect(offered(wrong({ [key]: null }))).toEqual([[`${key}=${rightOf(key)}`, true, ['R-COMPLETE']]]);
  const [repair] = proposeRepairs({ form, values: wrong({ [key]: null }) });
  expect(repair?.changes[0]?.from).toBeNull();
  expect(repair?.message).toContain(
    `“（五）不予处理·1.信访举报投诉类申请”行“总计”列空白，应为 ${rightOf(key)}`,
  );
});

test('every blank that the others leave one value, also where one follows from another', () => {
  const keys = ['disclosed', 'outcomesTotal', 'received'].map((row): CellKey => `requests.${row}.total`);
  const values = wrong(Object.fromEntries(keys.map((key) => [key, null])));
  expect(new Set(offered(values).map(([change]) => change))).toEqual(
    new Set(keys.map((key) => `${key}=${rightOf(key)}`)),
  );
});

test('the table is complete only when its last blank is filled', () => {
  const keys = ['disclosed', 'stateSecret'].map((row): CellKey => `requests.${row}.total`);
  const values = wrong(Object.fromEntries(keys.map((key) => [key, null])));
  expect(offered(values).map(([, , settles]) => settles)).toEqual([[], []]);
});

test('the blank totals that blanksAreZero leaves, all of them', async () => {
  const omitted = 'requests.stateSecret.business';
  const totals = form.rules
    .find(({ id }) => id === 'R-APPLICANTS')!
    .comparisons[0]!.each.map((row): CellKey => `requests.${row}.total`);
  const lost = Object.fromEntries(
    [...totals, 'remedies.reconsideration.total', omitted].map((key) => [key, null]),
  );
  const csv = Buffer.from(sampleCsv('某局', 2024, lost));
  const { reports } = await readFile(csv, '年报.csv', { blanksAreZero: true });
  const { cells, repairs } = checkDraft(reports[0]!);
  expect(cells[omitted]?.value).toBe('0');
  expect(cells['requests.received.total']?.value).toBeNull();
  // What was left blank and is no zero breaks its column: put right first, and likeliest to be a value left out.
  const [first] = repairs;
  expect(first && inShort(first)).toBe(`${omitted}=${rightOf(omitted)}`);
  expect(first?.message).toContain('由 0 改为');

  const onlyTotals = Object.fromEntries(Object.entries(lost).filter(([key]) => key !== omitted));
  const again = await readFile(Buffer.from(sampleCsv('某局', 2024, onlyTotals)), '年报.csv', {
    blanksAreZero: true,
  });
  const filled = checkDraft(again.reports[0]!).repairs;
  expect(totals).toHaveLength(25);
  expect(new Set(filled.map(inShort))).toEqual(
    new Set([...totals, 'remedies.reconsideration.total' as const].map((key) => `${key}=${rightOf(key)}`)),
  );
  expect(filled.every(({ unique, changes }) => unique && changes.length === 1)).toBe(true);
});

test('parts of a zero total are zero', () => {
  const keys = ['upheld', 'corrected', 'otherResult', 'pending'].map(
    (column) => `remedies.reconsideration.${column}`,
  );
  const values = wrong({
    ...Object.fromEntries(keys.map((key) => [key, null])),
    'remedies.reconsideration.total': 0n,
  });
  expect(offered(values).map(([change, unique]) => [change, unique])).toEqual(
    keys.map((key) => [`${key}=0`, true]),
  );
});

test('many blanks that can only be zero are one proposal', () => {
  const row = ['received', 'carriedOver', 'disclosed', 'outcomesTotal', 'carriedForward'];
  const zeros = withChanges(
    form,
    right.map(() => 0n),
    row.map((name) => [`requests.${name}.business`, null]),
  );
  const [proposal, ...others] = proposeRepairs({ form, values: zeros });
  expect(others).toEqual([]);
  expect(proposal?.unique).toBe(true);
  expect(proposal?.changes).toEqual(
    row.map((name) => ({ cell: `requests.${name}.business`, from: null, to: '0' })),
  );
  expect(proposal?.message).toContain('「三、收到和处理政府信息公开申请情况」 5 格空白，都应为 0。');
});

test('a blank that many values can fill is not guessed', () => {
  expect(
    offered(wrong({ 'remedies.reconsideration.upheld': null, 'remedies.reconsideration.corrected': null })),
  ).toEqual([]);
});

test('a blank beside a wrong cell does not hide it', () => {
  const [blank, key] = ['requests.petitionOrComplaint.total', 'requests.disclosed.business'] as const;
  expect(offered(wrong({ [blank]: null, [key]: rightOf(key) + 7n })).map(([change]) => change)).toEqual([
    `${key}=${rightOf(key)}`,
  ]);
});

test('a sum that no filling of its blank can save', () => {
  const row = (column: string) => `remedies.reconsideration.${column}`;
  const values = wrong({
    [row('upheld')]: 5n,
    [row('corrected')]: null,
    [row('otherResult')]: 0n,
    [row('pending')]: 0n,
    [row('total')]: 3n,
  });
  expect(new Set(offered(values).map(([change]) => change))).toEqual(
    new Set([`${row('upheld')}=3`, `${row('total')}=5`]),
  );
  expect(proposeRepairs({ form, values }).every(({ unique }) => !unique)).toBe(true);
});

test('blanks that contradict each other are not filled: a number beside them is wrong', () => {
  const at = (row: string, column: string): CellKey => `requests.${row}.${column}`;
  const values = wrong({
    [at('disclosed', 'business')]: null,
    [at('stateSecret', 'naturalPerson')]: null,
    [at('disclosed', 'naturalPerson')]: rightOf(at('disclosed', 'naturalPerson')) + 5n,
  });
  const proposed = offered(values);
  expect(proposed.map(([change]) => change)).toContain(
    `${at('disclosed', 'naturalPerson')}=${rightOf(at('disclosed', 'naturalPerson'))}`,
  );
  expect(proposed.length).toBeGreaterThan(1);
  expect(proposed.every(([change, unique]) => !unique && !String(change).includes(' '))).toBe(true);
});
