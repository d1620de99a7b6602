import { describe, expect, test } from 'vitest';
import { readFile } from '../../importers/worker/readFile.js';
import type { Finding } from '../../src/checks/check.js';
import type { AnnotatedReport } from '../../src/exports/annotated/annotatedReport.js';
import { annotatedWorkbook } from '../../src/exports/annotated/annotatedWorkbook.js';
import { formById } from '../../src/forms/index.js';
import { problem } from '../../src/problems/problem.js';
import { annotatedValues, listedFaults, openWorkbook, readAgain, valuesOf } from '../support/annotated.js';
import { validValues, withCells } from '../support/drafts.js';
import { hasOffice, savedByOffice } from '../support/office.js';

const form = formById('2021')!;

const ofProse: Finding = {
  rule: 'P-NUMBERS',
  severity: 'explain',
  cells: ['requests.received.total'],
  left: null,
  right: null,
  difference: null,
  message: '一、总体情况里的数与表不同。',
  text: '本年新收申请 12 件｜其中“自然人”10 件；\n另有 =1+1 件。',
  section: 'overview',
};

function report(explanations: AnnotatedReport['explanations'] = []): AnnotatedReport {
  const values = withCells(form, validValues(form), {
    'requests.disclosed.business': null,
    'requests.received.total': '7',
    'documents.rules.issued': '9999999',
  });
  const { findings, problems, ...rest } = annotatedValues(form, values, {
    form,
    values: validValues(form, 2),
  });
  const lost = problem('ROW_UNKNOWN', '「二」里的“其他”不是统一格式的行。', { at: '年报!A9' });
  return { ...rest, findings: [...findings, ofProse], problems: [...problems, lost], explanations };
}

/** Types a text beside each fault, and gives what it typed where. */
async function explained(given: AnnotatedReport) {
  const workbook = await openWorkbook(await annotatedWorkbook(given));
  const sheet = workbook.getWorksheet('错误清单')!;
  const faults = listedFaults(workbook);
  faults.forEach((_, index) => (sheet.getCell(index + 5, 12).value = `第 ${index + 1} 条的原因。\n见台账。`));
  return { faults, bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

const named = ({ rule, cells, text }: Finding) => ({ rule, cells, sentence: text ?? null });

describe('what is typed into 说明', () => {
  test('is read with the finding it stands beside; beside anything else it is told', async () => {
    const given = report();
    const { faults, bytes } = await explained(given);
    const { explanations, problems } = await readAgain(bytes);
    const rules = faults.map(({ 规则 }) => 规则?.split(' ')[0]);
    expect(rules).toEqual(
      expect.arrayContaining(['R-BALANCE', 'R-COMPLETE', 'R-CARRY', 'R-REPEAL', 'P-NUMBERS']),
    );
    expect(explanations).toHaveLength(given.findings.length);
    for (const finding of given.findings)
      expect(explanations).toContainEqual(expect.objectContaining(named(finding)));
    for (const { text, at, rule } of explanations!) {
      const number = Number(/第 (\d+) 条/.exec(text)?.[1]);
      expect([at, rule]).toEqual([`错误清单!L${number + 4}`, rules[number - 1]]);
      expect(text).toMatch(/^第 \d+ 条的原因。\n见台账。$/);
    }
    expect(problems.map(({ code, at }) => [code, at])).toEqual([
      ['EXPLANATION_UNUSED', `错误清单!L${rules.indexOf('ROW_UNKNOWN') + 5}`],
    ]);
  });

  test('is none while nobody typed anything', async () => {
    expect(await readAgain(await annotatedWorkbook(report()))).not.toHaveProperty('explanations');
  });

  test('is found by its head, wherever the column is moved, and in any order of the lines', async () => {
    const { bytes } = await explained(report());
    const workbook = await openWorkbook(bytes);
    const sheet = workbook.getWorksheet('错误清单')!;
    const rows: string[][] = [];
    sheet.eachRow((row, number) => {
      if (number >= 4) rows.push(Array.from({ length: 13 }, (_, at) => row.getCell(at + 1).text));
    });
    workbook.removeWorksheet(sheet.id);
    const [head, ...lines] = rows;
    const moved = workbook.addWorksheet('错误清单');
    moved.addRow(['改过的清单']);
    for (const row of [head!, ...lines.toReversed()]) moved.addRow([row[12], row[0], row[7], row[11]]);
    const { explanations } = await readAgain(new Uint8Array(await workbook.xlsx.writeBuffer()));
    const { explanations: before } = await readAgain(bytes);
    const plain = (all: typeof before) => new Set(all?.map(({ at: _, ...rest }) => JSON.stringify(rest)));
    expect(plain(explanations)).toEqual(plain(before));
  });

  test('goes with the only report of a collection, and with none of several', async () => {
    const { bytes } = await explained(report());
    const options = { blanksAreZero: false, layout: 'collection' } as const;
    const [only, ...others] = (await readFile(bytes, '汇集.xlsx', options)).reports;
    expect([only?.explanations?.length, others]).toEqual([report().findings.length, []]);
  });
});

test('what was said before is written beside its finding and comes back', async () => {
  const [finding] = report().findings.filter(({ rule }) => rule === 'R-CARRY');
  const said = [
    { ...named(finding!), text: '上年报告漏报两件，已于三月更正。' },
    { ...named(ofProse), text: '文字中的数含咨询，表中不含。' },
    { ...named(finding!), rule: 'R-INFORCE', text: '现在没有这个问题。' },
  ];
  const bytes = await annotatedWorkbook(report(said));
  const faults = listedFaults(await openWorkbook(bytes));
  expect(faults.filter(({ 说明 }) => 说明 !== '').map(({ 说明 }) => 说明)).toEqual(
    said.slice(0, 2).map(({ text }) => text),
  );
  expect((await readAgain(bytes)).explanations).toMatchObject(said.slice(0, 2));
});

describe.skipIf(!hasOffice)('opened and saved by LibreOffice', () => {
  test.each(['xlsx', 'ods', 'xls'])(
    'as .%s the explanations are still there',
    { timeout: 60_000 },
    async (extension) => {
      const { bytes } = await explained(report());
      const [before, after] = [
        await readAgain(bytes),
        await readAgain(await savedByOffice(bytes, extension), `批注.${extension}`),
      ];
      expect(after.explanations).toEqual(before.explanations);
      expect(valuesOf(after)).toEqual(valuesOf(before));
    },
  );
});
