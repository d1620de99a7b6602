import { createHash } from 'node:crypto';
import { address } from '../../dist/importers/reading/grid.js';
import { cellsOf, formatValue } from '../../dist/src/cells.js';

/** A report as a reader makes it from a workbook, in a file of its own: imports are told apart by their bytes. */
export function draftFile({ form, values, agencyCode, agencyName, year, sections }) {
  const cells = Object.fromEntries(
    cellsOf(form).map(({ key, column, position }) => {
      const text = formatValue(column, values[position]);
      return [key, { value: text, raw: text, at: `年报!${address(position, 9)}` }];
    }),
  );
  const report = { form: form.id, year, agency: agencyName, agencyCode, cells, sections, problems: [] };
  const headings = form.sections.map(({ numeral, title }) => `${numeral}、${title}`);
  const draft = {
    format: 'xlsx',
    encoding: null,
    problems: [],
    reports: [{ ...report, headings, datedOn: `${year + 1}-01-20` }],
  };
  const bytes = Buffer.from(JSON.stringify(draft));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { fileName: `${agencyName}${year}.xlsx`, bytes, sha256, draft };
}
