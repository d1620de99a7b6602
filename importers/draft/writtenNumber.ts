import type { FormCell } from '../../src/cells.js';
import { visibleText } from '../../src/text/visibleText.js';
import { withoutOurSigns } from './ourSigns.js';
import { unitAtEnd, type Unit } from './units.js';

/** A number that somebody wrote as text. */
export interface WrittenNumber {
  /** A plain decimal. */
  readonly digits: string;
  readonly unit: Unit | null;
  /** What stands beside it and is no part of it. */
  readonly note: string | null;
}

/** What follows a number. */
interface Tail {
  readonly unit: Unit | null;
  readonly note: string | null;
}

/** Marks of footnotes. A number in a circle, raised, lowered or with a point of its own is one of them, never a digit. */
export const footnoteMarks =
  '\\u00b2\\u00b3\\u00b9\\u2070-\\u2079\\u2080-\\u2089\\u2460-\\u249b\\u24ea-\\u24ff\\u2776-\\u2793\\u3220-\\u3229' +
  '\\u3248-\\u324f\\u3251-\\u325f\\u3280-\\u3289\\u32b1-\\u32bf*※†‡§#★☆';

const marksBefore = new RegExp(`^[${footnoteMarks}\\s]+(?=[^${footnoteMarks}\\s])`, 'u');
const onlyMarks = new RegExp(`^[${footnoteMarks}\\s]+$`, 'u');
const bracketed = /^(?:[(\[【〔{<][^()[\]【】〔〕{}<>]*[)\]】〕}>][\s.。;]*)+/u;
/** What says no more than that a number follows: 共3089件. */
const lead = /^(?:共计|合计|总计|共|计)[:：]?(?=\s*\d)/u;
/** Turns the characters behind it round: what is stored is not what a person sees. */
const turned = /\u202e[^\u202c]*\d[^\u202c]*\d/u;
const words = /^[,;:、。\s]*(?:其中|注|备注|含|不含|另|包括|包含|说明|见|详见|较上年|比上年|同比)/u;

/** `3,525`, `53.6318 万元`, `22（其中修订16件）`; null when it is not one number. */
export function writtenNumber(text: string, target: FormCell): WrittenNumber | null {
  if (turned.test(text)) return null;
  const whole = withoutQuotes(halfWidth(withoutOurSigns(visibleText(text))).trim());
  const plain = whole
    .replace(lead, '')
    .trim()
    .replace(/[。;；]+$/u, '');
  const before = marksBefore.exec(plain)?.[0] ?? '';
  const [, currency, number = '', rest = ''] =
    /^(人民币|[¥￥])?([+\-−]?\s*(?:\d|\.\d)[\d., ]*)([^]*)$/u.exec(plain.slice(before.length)) ?? [];
  const end = /[, ]*$/.exec(number)?.[0] ?? '';
  const digits = plainDigits(number.slice(0, number.length - end.length));
  const tail = readTail(rest, target);
  if (digits === null || !tail || (currency && !tail.unit)) return null;
  const note = [before.trim(), tail.note ?? ''].filter(Boolean).join(' ');
  return { digits, unit: tail.unit, note: note === '' ? null : note };
}

/** 万 元: a unit written with wide gaps, alone or before a note in brackets. */
const spacedUnit = /^(?:\p{Script=Han} +)+\p{Script=Han}(?=\s*(?:$|\())/u;

/** A unit, a note, both or neither; null when what follows a number is anything else. */
export function readTail(text: string, target: FormCell): Tail | null {
  const tail = halfWidth(text)
    .trim()
    .replace(spacedUnit, (letters) => letters.replaceAll(' ', ''));
  if (tail === '') return { unit: null, note: null };
  const inBrackets = /^\((?:单位:?)?\s*([^(),;、]*)[,;、]?([^()]*)\)([^]*)$/u.exec(tail);
  if (inBrackets) {
    const [, name = '', more = '', after = ''] = inBrackets;
    const { unit, rest } = unitAtEnd(name.trim(), target);
    if (unit && rest === '') return withNote(unit, `${more}${after}`.trim() === '' ? '' : after.trim());
  }
  const written = /^\p{Script=Han}+/u.exec(tail)?.[0] ?? '';
  for (let length = Math.min(written.length, 6); length > 0; length -= 1) {
    const { unit, rest } = unitAtEnd(tail.slice(0, length), target);
    if (unit && rest === '') return withNote(unit, tail.slice(length).trim());
  }
  return withNote(null, tail);
}

function withNote(unit: Unit | null, note: string): Tail | null {
  if (note === '') return { unit, note: null };
  const after = note.replace(bracketed, '');
  const isNote = after === '' || onlyMarks.test(after) || words.test(after);
  return isNote ? { unit, note } : null;
}

/** Full-width forms and spaces of every width as the keyboard has them. */
function halfWidth(text: string): string {
  return inOneScript(text)
    .replaceAll('萬', '万')
    .replaceAll('億', '亿')
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/(?![\t\n\r\v\f\u2028\u2029])\s/g, ' ');
}

const allDigits = /^\p{Decimal_Number}+$/u;

/** A number written in the decimal digits of another script alone, ٣٠٨٩, is that number; among others it is not. */
function inOneScript(text: string): string {
  const whole = text.trim();
  if (/[0-9]/.test(whole) || !allDigits.test(whole)) return text;
  // The styles of mathematical digits follow each other without a gap, and are ours in another dress.
  const plain = whole.normalize('NFKC');
  if (/^[0-9]+$/.test(plain)) return plain;
  const codes = [...whole].map((digit) => digit.codePointAt(0) ?? 0);
  const [zero = 0, ...others] = new Set(codes.map(zeroOf));
  return others.length === 0 ? codes.map((code) => code - zero).join('') : text;
}

/** Every other script has its digits in a row, from zero on. */
function zeroOf(code: number): number {
  let zero = code;
  while (allDigits.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return zero;
}

/** A number that was to stay a text: `'3089`, `="3089"`, `=3089`. */
function withoutQuotes(text: string): string {
  const inner = /^=\s*"([^"]*)"$/.exec(text)?.[1] ?? /^=([+-]?[\d.,]+)$/.exec(text)?.[1] ?? text;
  return inner
    .trim()
    .replace(/^["“”]+([^"“”]*)["“”]+$/u, '$1')
    .replace(/^['‘’`]+\s*(?=\S)/u, '')
    .replace(/(\d)['‘’]+$/u, '$1')
    .trim();
}

/**
 * `3,525` and `3 525` are 3525. A space elsewhere, a tab or a line break may part two numbers, and 1.2E+11 has
 * lost digits: all are refused.
 */
function plainDigits(text: string): string | null {
  const signed = text.replace(/^([+\-−]) +/, '$1').replace(/^−/, '-');
  const compact = signed.replace(/ *, */g, ',');
  if (/^[+-]?\d+(?:\.\d*)?$/.test(compact)) return compact.replace(/\.$/, '');
  if (/^[+-]?\.\d+$/.test(compact)) return compact.replace('.', '0.');
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(compact)) return compact.replaceAll(',', '');
  if (/^[+-]?\d{1,3}(?: \d{3})+(?:\.\d+)?$/.test(compact)) return compact.replaceAll(' ', '');
  return null;
}
