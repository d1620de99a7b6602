import { describe, expect, test } from 'vitest';
import { annotatedWorkbook } from '../../src/exports/annotated/annotatedWorkbook.js';
import { checkDraft } from '../../src/filing/judging/checkDocument.js';
import { formById } from '../../src/forms/index.js';
import { annotatedValues, noteText, openWorkbook, readAgain, valuesOf } from '../support/annotated.js';
import { validValues, withCells } from '../support/drafts.js';
import { hasOffice, savedByOffice } from '../support/office.js';

const form = formById('2021')!;
const report = annotatedValues(
  form,
  withCells(form, validValues(form), {
    'requests.received.total': '7',
    'requests.disclosed.business': null,
    'fees.fees.amount': '12345.6789',
  }),
);

describe.skipIf(!hasOffice)('opened and saved by LibreOffice', () => {
  test.each(['xlsx', 'ods', 'xls'])('as .%s it is read as before', { timeout: 60_000 }, async (extension) => {
    const bytes = await annotatedWorkbook(report);
    const [before, after] = [
      await readAgain(bytes),
      await readAgain(await savedByOffice(bytes, extension), `批注.${extension}`),
    ];
    expect(valuesOf(after)).toEqual(valuesOf(before));
    expect(after.problems).toEqual(before.problems);
    expect(after).toMatchObject({ year: before.year, agency: before.agency, sections: before.sections });
    expect(checkDraft(after).findings).toEqual(checkDraft(before).findings);
  });

  test('its links and notes are still there', { timeout: 60_000 }, async () => {
    const bytes = await annotatedWorkbook(report);
    const [before, after] = [
      await openWorkbook(bytes),
      await openWorkbook(await savedByOffice(bytes, 'xlsx')),
    ];
    const seen = (workbook: typeof before) => {
      const [list, sheet] = [workbook.getWorksheet('错误清单')!, workbook.getWorksheet('年报')!];
      const links = list.getColumn(10).values.length;
      return {
        links: Array.from({ length: links }, (_, row) => list.getCell(row + 1, 10).formula).filter(Boolean),
        notes: sheet
          .getSheetValues()
          .flatMap((_, row) => Array.from({ length: 15 }, (_, at) => sheet.getCell(row || 1, at + 1)))
          .map(noteText)
          .filter(Boolean),
      };
    };
    expect(seen(before).links.length).toBeGreaterThan(2);
    expect(seen(before).notes.length).toBeGreaterThan(1);
    expect(seen(after)).toEqual(seen(before));
  });
});
