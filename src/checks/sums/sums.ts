import type { FormCell } from '../../cells.js';
import type { Comparison, Side, SumRule, Term } from '../../forms/form.js';
import type { CheckInput } from '../check.js';
import { plansOf, type SumPlan } from './sumPlans.js';

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
  return plansOf(rule, input).map((plan) => sumOf(plan, input));
}

/** The sums of one rule that cannot hold. Nearly all do: those are only added up. */
export function brokenSums(rule: SumRule, input: CheckInput): Sum[] {
  return plansOf(rule, input)
    .filter((plan) => !isKnownToHold(plan, input))
    .map((plan) => sumOf(plan, input))
    .filter(cannotHold);
}

function sumOf(
  { rule, comparison: { left, relation, right }, leftCells, rightCells }: SumPlan,
  input: CheckInput,
) {
  const sum: Sum = {
    rule,
    left: totalOf(left, leftCells, input),
    relation,
    right: totalOf(right, rightCells, input),
  };
  return sum;
}

function totalOf(side: Side, cells: readonly FormCell[], input: CheckInput): Total {
  const operands = cells.map((cell, index): Operand => {
    const term = side.terms[index]!;
    return { term, cell, value: valueOf(term, cell, input) };
  });
  let sum = 0n;
  for (const { term, value } of operands) sum += term.subtracted ? -(value ?? 0n) : (value ?? 0n);
  return { words: side.words, operands, sum, blanks: operands.filter(({ value }) => value === null) };
}

function valueOf({ lastYear }: Term, { position }: FormCell, input: CheckInput): bigint | null {
  return (lastYear ? input.lastYear : input)?.values[position] ?? null;
}

/** False also while a blank leaves it open. */
function isKnownToHold(
  { comparison: { left, relation, right }, leftCells, rightCells }: SumPlan,
  input: CheckInput,
) {
  const leftSum = knownSum(left, leftCells, input);
  const rightSum = knownSum(right, rightCells, input);
  if (leftSum === null || rightSum === null) return false;
  if (relation === '≤') return leftSum <= rightSum;
  return relation === '≥' ? leftSum >= rightSum : leftSum === rightSum;
}

function knownSum({ terms }: Side, cells: readonly FormCell[], input: CheckInput): bigint | null {
  let sum = 0n;
  for (let index = 0; index < cells.length; index += 1) {
    const term = terms[index]!;
    const value = valueOf(term, cells[index]!, input);
    if (value === null) return null;
    if (value !== 0n) sum = term.subtracted ? sum - value : sum + value;
  }
  return sum;
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
