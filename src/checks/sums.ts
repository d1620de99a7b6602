import { findCell, formatValue, type CellKey, type FormCell } from '../cells.js';
import type { Comparison, Form, Side, SumRule, Term } from '../forms/form.js';
import type { Check, CheckInput, Finding, Numbers } from './check.js';
import { rowName, sharedPlace, tableName } from './place.js';

/** One operand with its value: null when blank, undefined when the report in question has no such cell. */
interface Operand {
  readonly term: Term;
  readonly cell: FormCell;
  readonly value: bigint | null;
}

interface Total {
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

/** A cross-check that compares sums, made from its declaration in the form. */
export function sumCheck(id: string, forms: readonly Form[]): Check {
  const ruleOf = (form: Form) => form.rules.find((rule) => rule.id === id);
  const text = forms.map(ruleOf).find((rule) => rule !== undefined);
  if (!text) throw new Error(`no form has the rule ${id}`);
  return {
    id,
    severity: text.severity,
    basis: text.basis,
    formula: text.formula,
    appliesTo: (form) => ruleOf(form) !== undefined,
    judge: (input) => {
      const rule = ruleOf(input.form);
      return rule ? sumsOf(rule, input).filter(cannotHold).map(findingOf) : [];
    },
  };
}

/** Every sum of the form that can be compared for this report, whether it holds or not. */
export function allSums(input: CheckInput): Sum[] {
  return input.form.rules.flatMap((rule) => sumsOf(rule, input));
}

/** A sum with blanks that some filling of the blanks still satisfies: nobody can say yet. */
export function isUnjudged(sum: Sum): boolean {
  return sum.left.blanks.length + sum.right.blanks.length > 0 && !cannotHold(sum);
}

function sumsOf(rule: SumRule, input: CheckInput): Sum[] {
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
function cannotHold({ left, relation, right }: Sum): boolean {
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

function cellsOfSum({ left, right }: Sum): FormCell[] {
  return [...left.operands, ...right.operands].filter(({ term }) => !term.lastYear).map(({ cell }) => cell);
}

function findingOf(sum: Sum): Finding {
  const { rule, left, right } = sum;
  const blanks = [...left.blanks, ...right.blanks];
  const show = (value: bigint) => formatValue(left.operands[0]!.cell.column, value);
  const known = blanks.length === 0;
  const difference = known ? show(left.sum - right.sum) : null;
  return {
    rule: rule.id,
    severity: rule.severity,
    cells: cellsOfSum(sum).map((cell): CellKey => cell.key),
    left: left.blanks.length ? null : show(left.sum),
    right: right.blanks.length ? null : show(right.sum),
    difference,
    message: `${place(sum)}：${inWords(left, show)}，${relationWords(sum)}${inWords(right, show)}，${
      difference === null ? `空白的 ${blankNames(blanks)} 填任何数都不能使之相符` : `相差 ${difference}`
    }。${rule.advice}`,
  };
}

/** Where a sum stands, without its table: “自然人”列 or “行政复议”行. */
export function placeOf(sum: Sum): string {
  const [first] = sum.left.operands;
  return place(sum).slice(first ? tableName(first.cell).length : 0);
}

function place(sum: Sum): string {
  const cells = cellsOfSum(sum);
  const [first] = cells;
  if (!first) return '';
  const shared = sharedPlace(cells);
  // 二 has one row a kind of document: a table alone would not say which.
  return shared === tableName(first) ? `${shared}${rowName(first)}行` : shared;
}

function relationWords({ relation }: Sum): string {
  if (relation === '≤') return '应不大于';
  if (relation === '≥') return '应不小于';
  return '';
}

/** 一＋二＝2＋0＝2. Zeros are left out of long sums. */
function inWords({ words, operands, sum, blanks }: Total, show: (value: bigint) => string): string {
  if (operands.length === 0) return show(sum);
  const shown = operands.length <= 8 ? operands : operands.filter(({ value }) => value !== 0n);
  const numbers = shown
    .map(({ term, value }, index) => {
      const number = value === null ? '空白' : value < 0n && index > 0 ? `（${show(value)}）` : show(value);
      if (term.subtracted) return `－${number}`;
      return index > 0 ? `＋${number}` : number;
    })
    .join('');
  if (blanks.length > 0) return `${words}＝${numbers || '空白'}`;
  return shown.length > 1 ? `${words}＝${numbers}＝${show(sum)}` : `${words}＝${show(sum)}`;
}

function blankNames(blanks: readonly Operand[]): string {
  return blanks.map(({ cell }) => `${rowName(cell)}行“${cell.column.label}”列`).join('、');
}
