import { findCell, type FormCell } from '../cells.js';
import type { Comparison, Form, Side, SumRule, Term } from '../forms/form.js';
import type { CheckInput, Numbers } from './check.js';

/** One operand with its value: null when blank, undefined when the report in question has no such cell. */
export interface Operand {
  readonly term: Term;
  readonly cell: FormCell;
  readonly value: bigint | null;
}

export interface Total {
  readonly words: string;
  readonly operands: readonly Operand[];
  /** The sum of what is filled in. */
  readonly sum: bigint;
  readonly blanks: readonly Operand[];
}

/** One sum that a rule requires of one report, with the cells it binds. */
export interface Sum {
  readonly rule: SumRule;
  readonly left: Total;
  readonly relation: Comparison['relation'];
  readonly right: Total;
}

/** Every sum of the form that can be compared for this report, whether it holds or not. */
export function allSums(input: CheckInput): Sum[] {
  return input.form.rules.flatMap((rule) => sumsOf(rule, input));
}

/** A sum with blanks that some filling of the blanks still satisfies: nobody can say yet. */
export function isUnjudged(sum: Sum): boolean {
  return sum.left.blanks.length + sum.right.blanks.length > 0 && !cannotHold(sum);
}

/** Every sum of one rule that can be compared for this report. */
export function sumsOf(rule: SumRule, input: CheckInput): Sum[] {
  const sums: Sum[] = [];
  for (const comparison of rule.comparisons)
    for (const id of comparison.each) {
      const left = totalOf(comparison.left, id, input);
      const right = totalOf(comparison.right, id, input);
      if (left && right) sums.push({ rule, left, relation: comparison.relation, right });
    }
  return sums;
}

/** undefined when an operand does not exist, e.g. in the other form of the year before. */
function totalOf(side: Side, id: string, input: CheckInput): Total | undefined {
  const operands: Operand[] = [];
  for (const term of side.terms) {
    const numbers: Numbers | undefined = term.lastYear ? input.lastYear : input;
    const cell = numbers && cellOfTerm(numbers.form, term, id);
    if (!numbers || !cell) return undefined;
    operands.push({ term, cell, value: numbers.values[cell.position] ?? null });
  }
  let sum = 0n;
  for (const { term, value } of operands) sum += term.subtracted ? -(value ?? 0n) : (value ?? 0n);
  return { words: side.words, operands, sum, blanks: operands.filter(({ value }) => value === null) };
}

type CellsById = Map<string, FormCell | undefined>;

/** Which cells the terms of a form's rules stand for, found once: sums are judged for thousands of reports. */
const cellsOfTerms = new WeakMap<Form, WeakMap<Term, CellsById>>();

function cellOfTerm(form: Form, term: Term, id: string): FormCell | undefined {
  let ofForm = cellsOfTerms.get(form);
  if (!ofForm) cellsOfTerms.set(form, (ofForm = new WeakMap()));
  let byId = ofForm.get(term);
  if (!byId) ofForm.set(term, (byId = new Map()));
  if (!byId.has(id)) byId.set(id, findCell(form, term.cell.replace('*', id)));
  return byId.get(id);
}

/** True when no filling of the blanks with values ≥ 0 makes the sum hold. */
export function cannotHold({ left, relation, right }: Sum): boolean {
  const blanks = [
    ...left.blanks.map((operand) => ({ operand, raises: !operand.term.subtracted })),
    ...right.blanks.map((operand) => ({ operand, raises: operand.term.subtracted === true })),
  ];
  const signed = blanks.some(({ operand }) => operand.cell.column.quantity === 'change');
  const canRise = signed || blanks.some(({ raises }) => raises);
  const canFall = signed || blanks.some(({ raises }) => !raises);
  const difference = left.sum - right.sum;
  const tooSmall = difference < 0n && !canRise;
  const tooLarge = difference > 0n && !canFall;
  if (relation === '≤') return tooLarge;
  if (relation === '≥') return tooSmall;
  return tooSmall || tooLarge;
}

/** The cells of this report that a sum binds, the total first. */
export function cellsOfSum({ left, right }: Sum): FormCell[] {
  return [...left.operands, ...right.operands].filter(({ term }) => !term.lastYear).map(({ cell }) => cell);
}
