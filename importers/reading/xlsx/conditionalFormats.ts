import { numberFormat } from '../numberFormat.js';
import { areasIn, covers, type Area } from './areas.js';
import type { ExtendedCondition } from './extendedConditions.js';
import { XmlScanner } from './XmlScanner.js';
import { xmlText } from './xmlText.js';

/** The number format that a condition gives a number in a cell instead of its own; undefined where none does. */
export type ConditionalFormat = (
  row: number,
  column: number,
  number: string,
  own: string,
) => string | undefined;

interface Rule {
  readonly areas: readonly Area[];
  readonly priority: number;
  readonly format: string;
  readonly type: string;
  readonly operator: string;
  readonly operands: readonly string[];
}

/** Shows no number: whether the condition holds takes a program that knows formulas. */
const unsure = '"另有条件格式"';

/** The number formats that conditions of a workbook may give, in the order in which rules refer to them. */
export function formatsOfConditions(styles: string | null): readonly (string | null)[] {
  const start = styles?.search(/<(?:\w+:)?dxfs[\s>]/) ?? -1;
  if (styles === null || start < 0) return [];
  const scanner = new XmlScanner(styles, start);
  scanner.enter('dxfs');
  const found: (string | null)[] = [];
  if (scanner.isEmpty) return found;
  for (scanner.advance(); !(scanner.closes && scanner.name === 'dxfs'); scanner.advance()) {
    if (scanner.closes) continue;
    if (scanner.name === 'dxf') found.push(null);
    if (scanner.name === 'numFmt') found[found.length - 1] = xmlText(scanner.attribute('formatCode') ?? '');
  }
  return found;
}

/** Conditions stand behind the rows of a sheet. */
export function conditionalFormats(
  { xml, from, prefix }: { readonly xml: string; readonly from: number; readonly prefix: string },
  formats: readonly (string | null)[],
  extended: readonly ExtendedCondition[],
): ConditionalFormat | null {
  const others = extended.flatMap(({ format, ...rule }) => (format === null ? [] : [{ ...rule, format }]));
  const own = formats.every((format) => format === null) ? [] : rulesIn(xml, from, prefix, formats);
  if (own.length + others.length === 0) return null;
  const rules = [...own, ...others].sort((one, other) => one.priority - other.priority);
  return (row, column, number, own) => {
    for (const rule of rules) {
      if (!rule.areas.some((area) => covers(area, row, column))) continue;
      const holds = isMet(rule, Number(number));
      if (holds === true) return rule.format;
      if (holds === null && !saysTheSame(rule.format, own, number)) return unsure;
    }
    return undefined;
  };
}

function rulesIn(
  xml: string,
  from: number,
  prefix: string,
  formats: readonly (string | null)[],
): readonly Rule[] {
  const sign = `<${prefix === '' ? '' : `${prefix}:`}conditionalFormatting`;
  const rules: Rule[] = [];
  for (let at = xml.indexOf(sign, from); at >= 0; at = xml.indexOf(sign, at + sign.length)) {
    const scanner = new XmlScanner(xml, at);
    scanner.advance();
    const { name } = scanner;
    const areas = areasIn(scanner.attribute('sqref') ?? '');
    if (scanner.isEmpty) continue;
    for (scanner.advance(); !(scanner.closes && scanner.name === name); scanner.advance()) {
      if (scanner.closes || scanner.name !== 'cfRule') continue;
      const format = formats[Number(scanner.attribute('dxfId') ?? '-1')] ?? null;
      const [type = '', operator = ''] = ['type', 'operator'].map((each) => scanner.attribute(each));
      const priority = Number(scanner.attribute('priority') ?? '0');
      const operands = scanner.isEmpty ? [] : operandsOf(scanner);
      if (format !== null) rules.push({ areas, priority, format, type, operator, operands });
    }
  }
  return rules;
}

/** The formulas of the rule at whose tag the scanner is. Leaves the rule. */
function operandsOf(scanner: XmlScanner): string[] {
  const operands: string[] = [];
  for (scanner.advance(); !(scanner.closes && scanner.name === 'cfRule'); scanner.advance()) {
    if (scanner.closes || scanner.name !== 'formula' || scanner.isEmpty) continue;
    scanner.advance();
    operands.push(xmlText(scanner.text()));
  }
  return operands;
}

/** null where that takes a program that knows formulas. */
function isMet({ type, operator, operands }: Rule, number: number): boolean | null {
  if (type !== 'cellIs' || operands.length === 0) return null;
  const [first = NaN, second = NaN] = operands.map((operand) => Number(operand.trim() || NaN));
  const isBetween = operator === 'between' || operator === 'notBetween';
  if (!Number.isFinite(first) || (isBetween && !Number.isFinite(second))) return null;
  const inside = Math.min(first, second) <= number && number <= Math.max(first, second);
  switch (operator) {
    case 'greaterThan':
      return number > first;
    case 'greaterThanOrEqual':
      return number >= first;
    case 'lessThan':
      return number < first;
    case 'lessThanOrEqual':
      return number <= first;
    case 'equal':
      return number === first;
    case 'notEqual':
      return number !== first;
    case 'between':
      return inside;
    case 'notBetween':
      return !inside;
    default:
      return null;
  }
}

/** Both show the number by the same power of ten with the same words. */
function saysTheSame(format: string, own: string, number: string): boolean {
  const [one, other] = [numberFormat(format, number), numberFormat(own, number)];
  const words = ({ before, after }: typeof one) => `${before.trim()} ${after.trim()}`;
  return one.power === other.power && one.shows === other.shows && words(one) === words(other);
}
