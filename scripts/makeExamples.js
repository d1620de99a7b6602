// Writes examples/: reports with the figures of published ones, and a right and a wrong one for each rule
// that blocks a submission. Run after a build: npm run examples.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { readFile } from '../dist/importers/worker/readFile.js';
import { cellsOf, findCell } from '../dist/src/cells.js';
import { exportWorkbook } from '../dist/src/exports/printed/writeWorkbook.js';
import { draftValues } from '../dist/src/filing/judging/checkDocument.js';
import { formById } from '../dist/src/forms/index.js';
import { totalsOf } from '../dist/src/checks/sums/totals.js';
import { blankLedger } from '../dist/src/exports/ledger/blankLedger.js';
import { countCells } from '../dist/src/ledger/countCells.js';
import { settleZipTimes } from './settleZipTimes.js';

const root = new URL('..', import.meta.url);
const folder = new URL('examples/', root);
for (const name of ['rules/', 'ledger/']) mkdirSync(new URL(name, folder), { recursive: true });

// Always the same, so that a run changes no file whose content is the same.
const writtenAt = new Date(Date.UTC(2025, 0, 1));
const save = (name, bytes) => writeFileSync(new URL(name, folder), settleZipTimes(bytes));

const prose = [
  {
    id: 'overview',
    title: '一、总体情况',
    text: [
      '（一）主动公开。在门户网站按规定主动公开政府信息。',
      '（二）依申请公开。依法办理政府信息公开申请，按期答复。',
      '（三）政府信息管理。定期清理失效的文件。',
      '（四）平台建设。改版门户网站的公开专栏。',
      '（五）监督保障。开展业务培训，纳入工作考核，接受社会评议，没有责任追究的情形。',
    ].join('\n'),
  },
  { id: 'problems', title: '五、存在的主要问题及改进情况', text: '公开内容还不够细，下一年度逐项改进。' },
  { id: 'otherMatters', title: '六、其他需要报告的事项', text: '本年度没有收取信息处理费。' },
];

// Published figures, with what was misspelt or lost in them: printed on the form -> published.
const published = [
  ['xinyang2021', '信阳市城市管理局', '4115', {}],
  ['wenfeng2024', '文峰区城市管理局', '410502', { 本年废止件数: '本年度止件数' }],
  [
    'guyuan2020',
    '固原市城市管理局',
    '6404',
    {
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）':
        '（二）部分公开（区别处理的，只计这一情形，不计其他情形）',
      53.6318: '53.6318 万元',
    },
  ],
  ['xuchang2020', '许昌市人民政府', '4110', { '1.本机关不掌握相关政府信息': null }],
];
for (const [file, agencyName, agencyCode, defects] of published) {
  const bytes = readFileSync(new URL(`test/fixtures/seeds/${file}.txt`, root));
  const [draft] = (await readFile(bytes, `${file}.txt`, { blanksAreZero: false })).reports;
  const form = formById(draft.form);
  const values = draftValues(form, draft.cells);
  const report = { form, values, agencyName, agencyCode, year: draft.year, version: 1, sections: prose };
  const printed = await exportWorkbook(report, writtenAt);
  save(`${agencyName}${draft.year}.xlsx`, await asPublished(printed, defects));
}

async function writeLedger() {
  const form = formById('2021');
  const year = 2024;
  const outcomes = [
    'disclosed',
    'partiallyDisclosed',
    'notHeld',
    'disclosed',
    'processInformation',
    'otherReasons',
  ];
  const applicants = [
    'naturalPerson',
    'naturalPerson',
    'business',
    'naturalPerson',
    'legalServiceOrganization',
  ];
  const day = (month, date) => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  const cases = Array.from({ length: 36 }, (_, index) => ({
    number: `${year}-${String(index + 1).padStart(3, '0')}`,
    applicant: applicants[index % applicants.length],
    received: index === 0 ? '2023-12-27' : day(Math.floor(index / 3), 3 + ((index * 7) % 22)),
    channel: ['online', 'post', 'inPerson'][index % 3],
    answered:
      index >= 34 ? null : index === 0 ? '2024-01-15' : day(Math.floor(index / 3), 16 + ((index * 7) % 22)),
    outcome: index >= 34 ? 'open' : outcomes[index % outcomes.length],
    reconsiderationResult: index === 7 ? 'upheld' : null,
    reconsiderationDecided: index === 7 ? '2024-06-12' : null,
  }));
  const name = '示例市城市管理局';
  save(
    `ledger/${name}${year}年依申请公开台账.xlsx`,
    await blankLedger(form, { year, agencyName: name, cases }),
  );
  const counted = countCells(
    form,
    cases.map((one) => ({ litigationRoute: null, litigationResult: null, litigationDecided: null, ...one })),
    year,
  );
  const values = validValues(form);
  for (const [key, count] of counted) values[findCell(form, key).position] = BigInt(count);
  const report = { form, agencyName: name, agencyCode: 'SL10', year, version: 1, sections: prose, values };
  save(`ledger/${name}${year}.xlsx`, await exportWorkbook(report, writtenAt));
}

async function asPublished(bytes, defects) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes);
  const left = new Set(Object.keys(defects));
  workbook.getWorksheet('年报').eachRow((row, number) =>
    row.eachCell((cell) => {
      // exceljs reads no page breaks.
      if (cell.address.startsWith('A') && /^三、收到/.test(cell.text))
        row.worksheet.getRow(number - 1).addPageBreak();
      if (cell.isMerged && cell.master !== cell) return;
      const text = String(cell.value);
      if (!(text in defects)) return;
      cell.value = defects[text];
      left.delete(text);
    }),
  );
  if (left.size > 0) throw new Error(`not on the form: ${[...left].join(', ')}`);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

// A ledger of requests, and the report whose 三 and 四 were counted from it.
await writeLedger();

// An invented agency, that of the account which the demonstration makes for filling in, so that whoever tries it can
// upload these: everything adds up, and then one cell does not.
const example = { agencyName: '某市城市管理局', agencyCode: '9002' };
const rules = {
  'R-BALANCE': { 'requests.received.naturalPerson': 1n, 'requests.received.business': -1n },
  'R-OUTCOMES': { 'requests.disclosed.naturalPerson': 1n, 'requests.disclosed.business': -1n },
  'R-APPLICANTS': { 'requests.carriedOver.total': 1n, 'requests.received.total': -1n },
  'R-REMEDIES': { 'remedies.reconsideration.total': 2n },
  'R-COUNT': { 'licensing.licensing.decisions': -400n },
  'R-MONEY': { 'fees.fees.amount': -30_000_000n },
};
const form = formById('2021');
const right = validValues(form);
for (const [rule, changes] of Object.entries(rules)) {
  const wrong = [...right];
  for (const [key, difference] of Object.entries(changes)) wrong[findCell(form, key).position] += difference;
  await writeRule(rule, form, 2024, right, wrong);
}
await writeRule('R-FORM-YEAR', form, 2024, right, right, 2020);

async function writeRule(rule, form, year, rightValues, wrongValues, wrongYear = year) {
  const report = { form, ...example, year, version: 1, sections: prose };
  save(`rules/${rule}-正确.xlsx`, await exportWorkbook({ ...report, values: rightValues }, writtenAt));
  save(
    `rules/${rule}-错误.xlsx`,
    await exportWorkbook({ ...report, year: wrongYear, values: wrongValues }, writtenAt),
  );
}

function validValues(form) {
  const values = new Map(
    cellsOf(form).map(({ key, column }) => [key, column.quantity === 'money' ? 25_100_000n : 0n]),
  );
  const given = {
    'documents.normativeDocuments.issued': 3n,
    'documents.normativeDocuments.repealed': 1n,
    'documents.normativeDocuments.inForce': 26n,
    'licensing.licensing.decisions': 312n,
    'enforcement.penalties.decisions': 45n,
    'enforcement.compulsion.decisions': 2n,
    'requests.received.naturalPerson': 20n,
    'requests.received.business': 5n,
    'requests.carriedOver.naturalPerson': 2n,
    'requests.disclosed.naturalPerson': 12n,
    'requests.disclosed.business': 4n,
    'requests.partiallyDisclosed.naturalPerson': 3n,
    'requests.notHeld.naturalPerson': 4n,
    'requests.otherReasons.business': 1n,
    'requests.carriedForward.naturalPerson': 3n,
    'remedies.reconsideration.upheld': 2n,
    'remedies.reconsideration.corrected': 1n,
    'remedies.directLitigation.pending': 1n,
  };
  for (const [key, value] of Object.entries(given)) values.set(key, value);
  for (let pass = 0; pass < 2; pass++)
    for (const [total, [parts]] of totalsOf(form))
      values.set(
        total,
        parts.reduce((sum, key) => sum + values.get(key), 0n),
      );
  return cellsOf(form).map(({ key }) => values.get(key));
}

const agencies = [
  ...published.map(([, name, code]) => [
    code,
    name,
    name.replace('人民政府', '政府').replace('城市管理局', '城管局'),
  ]),
];
writeFileSync(
  new URL('agencies.csv', folder),
  `\uFEFF${[['代码', '名称', '别名'], ...agencies].map((row) => row.join(',')).join('\r\n')}\r\n`,
);
