import { numeralCharacters } from './chineseNumeral.js';
import { oneLine } from './oneLine.js';

/** How many characters stand together in one piece. */
const shingleLength = 5;

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
  const [first, second] = [shingles(one), shingles(other)];
  if (first.size === 0 || second.size === 0) return 0;
  let common = 0;
  for (const piece of first) if (second.has(piece)) common++;
  return common / (first.size + second.size - common);
}

function shingles(text: string): Set<string> {
  const characters = [...oneLine(text).replace(figures, '0')];
  const pieces = new Set<string>();
  for (let end = shingleLength; end <= characters.length; end++)
    pieces.add(characters.slice(end - shingleLength, end).join(''));
  return pieces;
}
