import { numeralCharacters } from './chineseNumeral.js';
import { oneLine } from './oneLine.js';
import { Pieces } from './Pieces.js';
import { remembered } from './remembered.js';

/** Figures and years, in digits or, before what they count, in Chinese. */
const figures = new RegExp(
  `\\d[\\d,.]*|(?<![${numeralCharacters}])[${numeralCharacters}]+(?=[年月日件条次个项份])`,
  'g',
);

/**
 * How much of two texts is the same, from 0 to 1: the share of pieces of five characters they have in common.
 * Numbers do not count: the same report with other figures is the same text.
 */
export function likenessOf(one: string, other: string): number {
  const [first, second] = [piecesOf(one), piecesOf(other)];
  if (first.size === 0 || second.size === 0) return 0;
  const common = first === second ? first.size : first.commonWith(second);
  return common / (first.size + second.size - common);
}

const piecesOf = remembered((text) => new Pieces(oneLine(text).replace(figures, '0')), 16);
