import type { ReportDraft } from '../../importers/draft.js';
import { cellsOf, findCell, formatValue, type CellKey, type Values } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { totalsOf } from '../../src/totals.js';

/**
 * A report in which every cell is filled, the details differ from each other and every rule holds:
 * the world in which a test changes one thing.
 */
export function validValues(form: Form): Values {
  const cells = cellsOf(form);
  const totals = totalsOf(form);
  const values = new Map<CellKey, bigint>();
  cells.forEach(({ key, column }, index) => {
    if (totals.has(key)) return;
    const number = BigInt(index + 2);
    if (column.quantity === 'money') values.set(key, number * 1_000_000n + 531_800n);
    else if (column.quantity === 'change') values.set(key, index % 2 === 0 ? -1n : 1n);
    else values.set(key, number);
  });
  // What is in force at the end of the year includes what was issued and not repealed.
  for (const { key } of cells)
    if (key.endsWith('.inForce'))
      values.set(key, (values.get(key.replace('inForce', 'issued')) ?? 0n) + 500n);
  const sumUp = () => {
    for (const [total, [parts = []]] of totals)
      values.set(
        total,
        parts.reduce((sum, part) => sum + (values.get(part) ?? 0n), 0n),
      );
  };
  sumUp();
  sumUp();
  for (const column of [
    'naturalPerson',
    'business',
    'researchInstitution',
    'publicBenefitOrganization',
    'legalServiceOrganization',
    'otherOrganization',
  ])
    values.set(
      `requests.received.${column}`,
      (values.get(`requests.outcomesTotal.${column}`) ?? 0n) +
        (values.get(`requests.carriedForward.${column}`) ?? 0n) -
        (values.get(`requests.carriedOver.${column}`) ?? 0n),
    );
  sumUp();
  return cells.map(({ key }) => values.get(key) ?? null);
}

/** The draft a reader would make of these values, with addresses of an imagined sheet. */
export function draftOf(
  form: Form,
  values: Values,
  title: { year?: number | null; agency?: string | null } = {},
): ReportDraft {
  return {
    form: form.id,
    year: title.year ?? null,
    agency: title.agency ?? null,
    cells: Object.fromEntries(
      cellsOf(form).map((cell) => {
        const value = values[cell.position];
        const text = value == null ? null : formatValue(cell.column, value);
        return [cell.key, { value: text, raw: text, at: `年报!B${cell.position + 2}` }];
      }),
    ),
    sections: [],
    problems: [],
  };
}

/** The values with some cells changed, written as people write them. */
export function changed(
  form: Form,
  values: Values,
  changes: Readonly<Record<CellKey, bigint | null>>,
): Values {
  const copy = [...values];
  for (const [key, value] of Object.entries(changes)) {
    const cell = findCell(form, key);
    if (!cell) throw new Error(`form ${form.id} has no cell ${key}`);
    copy[cell.position] = value;
  }
  return copy;
}
