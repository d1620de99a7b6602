import { describe, expect, test } from 'vitest';
import { annotatedWorkbook } from '../../src/exports/annotated/annotatedWorkbook.js';
import { formById } from '../../src/forms/index.js';
import { annotatedValues, readAgain, valuesOf } from '../support/annotated.js';
import { validValues, withCells } from '../support/drafts.js';
import { hasOffice, savedByOffice } from '../support/office.js';

const form = formById('2021')!;
/** Wrong sums, a blank, a sum of money to be explained: cells with ▲, ？ and ！ behind their numbers. */
const report = annotatedValues(
  form,
  withCells(form, validValues(form), {
    'requests.received.total': '7',
    'requests.disclosed.business': null,
    'fees.fees.amount': '12345.6789',
    'documents.normativeDocuments.repealed': '99999',
  }),
);

describe.skipIf(!hasOffice)('a marked-up workbook that another program saved as text', () => {
  test.each(['csv', 'html', 'ods', 'xls'])(
    'as .%s comes back as it was',
    { timeout: 120_000 },
    async (extension) => {
      const bytes = await annotatedWorkbook(report);
      const before = await readAgain(bytes);
      const after = await readAgain(await savedByOffice(bytes, extension), `批注.${extension}`);
      expect(valuesOf(after)).toEqual(valuesOf(before));
      expect(after.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(after).toMatchObject({ year: before.year, agency: before.agency, form: before.form });
    },
  );
});
