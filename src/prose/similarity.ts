import { oneLine } from './oneLine.js';

/** How many characters stand together in one piece. */
const shingleLength = 5;

/**
 * How much of two texts is the same, from 0 to 1: the share of pieces of five characters they have in common.
 * Numbers do not count: the same report with other figures is the same text.
 */
export function likenessOf(one: string, other: string): number {
  const [first, second] = [shingles(one), shingles(other)];
  if (first.size === 0 || second.size === 0) return 0;
  const common = [...first].filter((piece) => second.has(piece)).length;
  return common / (first.size + second.size - common);
}

function shingles(text: string): Set<string> {
  const characters = [...oneLine(text).replace(/\d[\d,.]*/g, '0')];
  return new Set(
    characters
      .slice(0, Math.max(0, characters.length - shingleLength + 1))
      .map((_, index) => characters.slice(index, index + shingleLength).join('')),
  );
}
