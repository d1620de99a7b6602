import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../importers/worker/readFile.js';
import { keysOf, type Values } from '../../src/cells.js';
import { checkReport } from '../../src/checks/index.js';
import { prefill } from '../../src/checks/sums/prefill.js';
import { prefilledNote } from '../../src/exports/printed/prefillMarks.js';
import { blankWorkbook } from '../../src/exports/printed/writeWorkbook.js';
import { formById } from '../../src/forms/index.js';
import type { Form } from '../../src/forms/form.js';
import { shownValues, validValues, withCells } from '../support/drafts.js';

const [form2019, form2021] = [formById('2019')!, formById('2021')!];

function filled(form: Form, values: Values): Record<string, string | null> {
  return Object.fromEntries(Object.entries(shownValues(form, values)).filter(([, value]) => value !== null));
}

describe('what follows from last year', () => {
  test('上年结转 is last year’s 结转下年度, in all seven columns, also from one form to the next', () => {
    for (const before of [form2019, form2021]) {
      const values = validValues(before);
      const shown = shownValues(before, values);
      const columns = ['naturalPerson', 'business', 'researchInstitution', 'publicBenefitOrganization'];
      columns.push('legalServiceOrganization', 'otherOrganization', 'total');
      expect(filled(form2021, prefill(form2021, { form: before, values }))).toEqual(
        Object.fromEntries(
          columns.map((column) => [
            `requests.carriedOver.${column}`,
            shown[`requests.carriedForward.${column}`],
          ]),
        ),
      );
    }
  });

  test('form 2019: 上一年项目数量 is last year’s with its change', () => {
    const values = withCells(form2019, validValues(form2019), {
      'licensing.licensing.previousItems': '100',
      'licensing.licensing.change': '-30',
      'fees.fees.previousItems': '7',
      'fees.fees.change': '0',
    });
    const found = filled(form2019, prefill(form2019, { form: form2019, values }));
    expect(found).toMatchObject({
      'licensing.licensing.previousItems': '70',
      'fees.fees.previousItems': '7',
    });
    expect(Object.keys(found)).toHaveLength(7 + 5);
  });

  test('what was blank, and what would be below zero, stays blank', () => {
    const values = withCells(form2019, validValues(form2019), {
      'requests.carriedForward.business': null,
      'licensing.licensing.previousItems': '10',
      'licensing.licensing.change': '-30',
    });
    const found = filled(form2019, prefill(form2019, { form: form2019, values }));
    expect(found['requests.carriedOver.business']).toBeUndefined();
    expect(found['licensing.licensing.previousItems']).toBeUndefined();
    expect(Object.keys(found)).toHaveLength(10);
  });

  test('breaks no rule against the report it was taken from', () => {
    const lastYear = { form: form2019, values: validValues(form2019) };
    const findings = checkReport({
      form: form2019,
      values: prefill(form2019, lastYear),
      year: 2020,
      lastYear,
    });
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['R-COMPLETE']));
  });
});

test('a blank workbook carries the values, marked by colour, slant and note, and reads them back', async () => {
  const lastYear = { form: form2021, values: validValues(form2021) };
  const prefilled = prefill(form2021, lastYear);
  const bytes = await blankWorkbook(form2021, { agencyName: '某市某局', year: 2024, prefilled });
  const { reports } = await readFile(bytes, '空白.xlsx', { blanksAreZero: false });
  const [report] = reports;
  expect(report?.problems).toEqual([]);
  expect(
    Object.fromEntries(
      Object.entries(report?.cells ?? {}).flatMap(([key, { value }]) =>
        value === null ? [] : [[key, value]],
      ),
    ),
  ).toEqual(filled(form2021, prefilled));

  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = workbook.getWorksheet('年报')!;
  const noted = new Map<string, exceljs.Cell>();
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.note !== undefined) noted.set(cell.address, cell);
    }),
  );
  const places = keysOf(filled(form2021, prefilled)).map((key) => report?.cells[key]?.at?.split('!')[1]);
  expect([...noted.keys()].sort()).toEqual([...places].sort());
  for (const cell of noted.values()) {
    expect(typeof cell.note === 'object' && cell.note.texts?.map(({ text }) => text).join('')).toBe(
      prefilledNote,
    );
    expect(cell.font.italic).toBe(true);
    expect(cell.fill).toMatchObject({ pattern: 'solid' });
    expect(cell.protection?.locked).toBe(false);
  }
});
