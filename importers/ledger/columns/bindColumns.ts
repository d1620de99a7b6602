import type { Problem } from '../../../src/problems/problem.js';
import { normalizeLabel } from '../../match/labels.js';
import { labelOf, type Head, type HeadColumn } from '../head.js';
import type { FieldLabel } from '../ledgerFields.js';
import { ledgerFields, neededFields, type LedgerField } from '../../../src/ledger/ledgerFields.js';
import { markFields } from '../ledgerFields.js';
import type { BoundColumn } from '../LedgerDraft.js';
import { masked } from '../personal.js';
import { ambiguous, chosen, missingColumn } from './columnProblems.js';

/** One field and the columns it is read from: two when they say it together. */
export interface Binding {
  readonly field: LedgerField;
  readonly columns: readonly HeadColumn[];
  /** A tick in one of the columns says which it is; the word is in the head. */
  readonly isTicked?: true;
  /** Which lawsuit its results are of. */
  readonly route?: NonNullable<FieldLabel['route']>;
}

/** What the columns of a sheet are. */
export interface Bindings {
  readonly bindings: readonly Binding[];
  readonly missing: readonly LedgerField[];
  readonly problems: readonly Problem[];
}

type Candidate = { readonly column: HeadColumn; readonly label: FieldLabel };

/** Binds columns to fields: as the office confirmed, else by their labels. `refused` columns hold something else. */
export function bindColumns(
  head: Head,
  confirmed: Readonly<Record<string, string>>,
  refused: ReadonlySet<number>,
): Bindings {
  const problems: Problem[] = [];
  const bindings: Binding[] = [];
  const taken = new Set<number>();
  const take = (binding: Binding): void => {
    bindings.push(binding);
    for (const { column } of binding.columns) taken.add(column);
  };
  for (const field of fieldsInOrder()) {
    const named = confirmed[field];
    const columns = named === undefined ? [] : namedColumns(head, named);
    const isRefused = columns.some(({ column }) => refused.has(column));
    if (columns.length > 0 && !isRefused) take({ field, columns });
  }
  const candidates = head.columns.flatMap((column): Candidate[] => {
    const label = taken.has(column.column) || refused.has(column.column) ? undefined : labelOf(column);
    return label ? [{ column, label }] : [];
  });
  for (const field of fieldsInOrder()) {
    if (bindings.some((binding) => binding.field === field)) continue;
    const own = candidates.filter(({ label }) => label.field === field);
    if (field === 'litigationResult' && own.some(({ label }) => label.route !== undefined)) {
      for (const { column, label } of own)
        if (label.route) take({ field, columns: [column], route: label.route });
      continue;
    }
    if (field === 'reconsiderationDecided' || field === 'litigationDecided') {
      // One of each instance or route: the last that a line fills in is that of its result.
      for (const { column } of own) take({ field, columns: [column] });
      continue;
    }
    if (markFields.includes(field) && own.length > 0) {
      take({ field, columns: columnsOf(own) });
      continue;
    }
    const best = Math.min(...own.map(({ label }) => label.rank));
    const first = own.filter(({ label }) => label.rank === best);
    if (first.length > 1) problems.push(ambiguous(field, columnsOf(first)));
    const [only] = first;
    if (first.length !== 1 || !only) continue;
    if (own.length > 1 && (field === 'received' || field === 'answered'))
      problems.push(chosen(field, only.column, columnsOf(own)));
    take({ field, columns: [only.column, ...detailsOf(field, candidates)] });
  }
  if (!bindings.some(({ field }) => field === 'number')) {
    const serial = candidates.filter(({ label }) => label.field === 'serial');
    if (serial.length === 1) take({ field: 'number', columns: columnsOf(serial) });
  }
  const missing = neededFields.filter((field) => !bindings.some((binding) => binding.field === field));
  const said = problems.map(({ message }) => message);
  for (const field of missing)
    if (!said.some((message) => message.includes(`“${ledgerFields[field]}”`)))
      problems.push(missingColumn(field, head));
  return { bindings, missing, problems };
}

/** The columns as they are told. */
export function boundColumns(bindings: readonly Binding[]): readonly BoundColumn[] {
  return bindings.map(({ field, columns }) => ({
    field,
    label: masked(joinedLabel(columns)),
    at: columns[0]?.at ?? '',
  }));
}

/** `答复 / 答复类别 + 具体情形`: columns under one head say it once. */
function joinedLabel(columns: readonly HeadColumn[]): string {
  const [first] = columns;
  return columns
    .map((column, index) => {
      const isUnderSame =
        index > 0 &&
        column.parts.length > 1 &&
        column.parts.slice(0, -1).join() === first?.parts.slice(0, -1).join();
      return isUnderSame ? (column.parts.at(-1) ?? '') : column.label;
    })
    .join(' + ');
}

function fieldsInOrder(): readonly LedgerField[] {
  return Object.keys(ledgerFields) as LedgerField[];
}

/** Columns by what an office calls them: with their head or without, several joined by +. */
function namedColumns(head: Head, named: string): readonly HeadColumn[] {
  const names = named.split('+').map((part) => part.trim());
  const columns: HeadColumn[] = [];
  for (const name of names) {
    const wanted = normalizeLabel(name);
    const exact = head.columns.filter(({ label }) => normalizeLabel(label) === wanted);
    const byLeaf = head.columns.filter(({ parts }) => normalizeLabel(parts.at(-1) ?? '') === wanted);
    const [before] = columns;
    const beside = byLeaf.filter(({ parts }) => before !== undefined && parts[0] === before.parts[0]);
    const found = [exact, beside, byLeaf].find((each) => each.length === 1)?.[0];
    if (!found) return [];
    columns.push(found);
  }
  return columns;
}

function columnsOf(candidates: readonly Candidate[]): readonly HeadColumn[] {
  return candidates.map(({ column }) => column);
}

function detailsOf(field: LedgerField, candidates: readonly Candidate[]): readonly HeadColumn[] {
  const detail = field === 'outcome' ? 'outcomeDetail' : field === 'applicant' ? 'applicantDetail' : null;
  const found = candidates.filter(({ label }) => label.field === detail);
  return found.length === 1 ? columnsOf(found) : [];
}
