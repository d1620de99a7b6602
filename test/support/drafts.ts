import type { DraftSection, FileDraft, ReportDraft } from '../../importers/draft/draft.js';
import { address } from '../../importers/reading/grid.js';
import {
  cellsOf,
  findCell,
  formatValue,
  parseValue,
  withChanges,
  type CellKey,
  type Values,
  entriesOf,
} from '../../src/cells.js';
import type { ImportedFile, ImportOptions } from '../../src/filing/importing/deciding/importOptions.js';
import { sha256 } from '../../src/filing/sha256.js';
import type { Form } from '../../src/forms/form.js';
import type { Problem } from '../../src/problems/problem.js';
import { totalsOf } from '../../src/checks/sums/totals.js';
import type { Day } from '../../src/brands/brands.js';

const applicants = [
  'naturalPerson',
  'business',
  'researchInstitution',
  'publicBenefitOrganization',
  'legalServiceOrganization',
  'otherOrganization',
];

/**
 * A report in which every rule holds and every cell has another value, none of them zero: a mix-up of two
 * cells shows. Another `seed` gives another such report.
 */
export function validValues(form: Form, seed = 1): Values {
  const numbers = distinctNumbers(seed);
  const next = () => numbers.next().value;
  const values: (bigint | null)[] = cellsOf(form).map(({ key, column, row }) => {
    if (totalsOf(form).has(key) || row.id === 'received') return null;
    // Four decimals of 万元, the last one not zero.
    return column.quantity === 'money' ? next() * 10_000n + 100n * (1n + (next() % 9n)) : next();
  });
  const at = (key: CellKey) => values[findCell(form, key)?.position ?? -1] ?? null;
  const put = (key: CellKey, value: bigint) => {
    values[findCell(form, key)!.position] = value;
  };
  const sum = (parts: readonly CellKey[]) => parts.reduce((total, part) => total + (at(part) ?? 0n), 0n);
  const fillTotals = () => {
    for (let pass = 0; pass < 3; pass++)
      for (const [key, [parts]] of totalsOf(form))
        if (parts?.every((part) => at(part) !== null)) put(key, sum(parts));
  };
  fillTotals();
  // 一＋二＝（七）＋四, so 一 follows from the others.
  for (const column of applicants)
    put(
      `requests.received.${column}`,
      sum([`requests.outcomesTotal.${column}`, `requests.carriedForward.${column}`]) -
        sum([`requests.carriedOver.${column}`]),
    );
  fillTotals();
  // What was repealed was in force before, so much is in force.
  for (const { key, row, column } of cellsOf(form))
    if (column.id === 'inForce') put(key, sum([key, `documents.${row.id}.issued`]) * 2n + 1n);
  return values;
}

/** The same values with some cells replaced, by decimal strings in the unit of the form; null is blank. */
export function withCells(
  form: Form,
  values: Values,
  cells: Readonly<Record<CellKey, string | null>>,
): Values {
  return withChanges(
    form,
    values,
    entriesOf(cells).map(([key, text]) => {
      const cell = findCell(form, key);
      if (!cell) throw new Error(`form ${form.id} has no cell ${key}`);
      if (text === null) return [key, null] as const;
      const parsed = parseValue(cell.column, text);
      if (!('value' in parsed)) throw new Error(`${text} is refused: ${parsed.refused}`);
      return [key, parsed.value] as const;
    }),
  );
}

/** The values by key, as the contract writes them. */
export function shownValues(form: Form, values: Values): Record<CellKey, string | null> {
  return Object.fromEntries(
    cellsOf(form).map(({ key, column, position }) => {
      const value = values[position] ?? null;
      return [key, value === null ? null : formatValue(column, value)];
    }),
  );
}

export interface DraftDetails {
  readonly year?: number | null;
  readonly agency?: string | null;
  readonly sections?: readonly DraftSection[];
  readonly headings?: readonly string[];
  readonly datedOn?: Day | null;
  readonly problems?: readonly Problem[];
}

/** A draft as a reader makes it from a workbook with one value a row on the sheet 年报. */
export function draftOf(form: Form, values: Values, details: DraftDetails = {}): ReportDraft {
  return {
    form: form.id,
    year: details.year ?? null,
    agency: details.agency ?? null,
    cells: Object.fromEntries(
      cellsOf(form).map(({ key, column, position }) => {
        const value = values[position] ?? null;
        const text = value === null ? null : formatValue(column, value);
        return [key, { value: text, raw: text, at: `年报!${address(position, 9)}` }];
      }),
    ),
    sections: details.sections ?? [],
    headings: details.headings ?? [],
    datedOn: details.datedOn ?? null,
    problems: details.problems ?? [],
  };
}

/** A file holding these drafts. Equal drafts have equal bytes. */
export function fileOf(
  drafts: readonly ReportDraft[],
  fileName = '年报.xlsx',
  problems: readonly Problem[] = [],
): ImportedFile & { readonly bytes: Buffer } {
  const draft: FileDraft = { format: 'xlsx', encoding: null, problems, reports: drafts };
  const bytes = Buffer.from(JSON.stringify(draft));
  return { fileName, bytes, sha256: sha256(bytes), draft };
}

export function importOptions(options: Partial<ImportOptions> = {}): ImportOptions {
  return {
    dryRun: false,
    year: null,
    agency: null,
    layout: 'report',
    blanksAreZero: false,
    errorPolicy: 'REJECT_REPORT',
    overwriteCorrections: false,
    ...options,
  };
}

/** Numbers from 101 to 9,099 in no order, never the same twice. */
function* distinctNumbers(seed: number): Generator<bigint, never> {
  const prime = 8999;
  for (let index = 1; ; index++) {
    if (index === prime) throw new Error('no more distinct numbers');
    // Multiplying by anything but zero permutes the residues of a prime.
    yield BigInt(101 + ((index * (3167 + 2 * seed)) % prime));
  }
}
