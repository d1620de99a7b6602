import type { FormCell } from '../../src/cells.js';

/** A unit written beside a number, such as 万元, 千件, 万. */
export interface Unit {
  readonly name: string;
  /** The power of ten that turns the number into the unit of the form. */
  readonly power: number;
}

const magnitudes: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};

/** The leftmost match is the longest: 百万 before 万. */
const magnitude = '万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|十';
const measures = '件次|人次|部|件|项|个|条|次|份|宗|起|例|人';
/** Money is printed in 万元. */
const formPower = 4;

const unitOf = {
  money: new RegExp(`(?:人民币)?((?:${magnitude})?元|${magnitude})整?$`, 'u'),
  count: new RegExp(`((?:${magnitude})?(?:${measures})|${magnitude})$`, 'u'),
};

/** The unit that a text ends with, and the text before it. */
export function unitAtEnd(text: string, { column }: FormCell): { unit: Unit | null; rest: string } {
  const match = unitOf[column.quantity === 'money' ? 'money' : 'count'].exec(text);
  const name = match?.[1];
  if (!match || !name) return { unit: null, rest: text };
  const rest = text.slice(0, match.index).trim();
  if (column.quantity !== 'money')
    return { unit: { name, power: powerOf(name.replace(new RegExp(`(?:${measures})$`, 'u'), '')) }, rest };
  return { unit: moneyUnit(name), rest };
}

/** 元, 万元, 万. */
export function moneyUnit(name: string): Unit {
  const whole = name.endsWith('元') ? name : `${name}元`;
  return { name: whole, power: powerOf(whole.slice(0, -1)) - formPower };
}

/** 元, 万元 … named in a heading such as 采购总金额（单位：元）; null when it names none. */
export function unitInHeading(text: string): string | null {
  const match = /(?:单位[:：]?|[(（])\s*(元|百元|千元|万元|百万元|亿元)/.exec(text.normalize('NFKC'));
  return match?.[1] ?? null;
}

function powerOf(name: string): number {
  return magnitudes[name] ?? 0;
}
