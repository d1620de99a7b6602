const filled = '(?=<\\1v(?: [^<>]*)?>[^<])';

/** Formulas beside their results, written out or left to the one that is shared, and those of array areas. */
const beside = new RegExp(
  `<((?:\\w+:)?)f(?:>[^<]*</\\1f>|\\s(?![^<>]*\\bt\\s*=\\s*["']shared["'])[^<>]*(?:/>|>[^<]*</\\1f>))${filled}`,
  'g',
);
const sharedBeside = new RegExp(`<((?:\\w+:)?)f\\s[^<>]*(?:/>|>\\s*</\\1f>)${filled}`, 'g');
const arrayTag = /<((?:\w+:)?)f\s(?=[^<>]*\bt\s*=\s*["']array["'])[^<>/]*>/g;
const longFormula = /(<(?:\w+:)?f\s[^<>]*\bt\s*=\s*["']shared["'][^<>/]*>[^<]{250})[^<]+/g;

/**
 * The rows of a sheet without the formulas that reading values has no use for. The spreadsheet reader compares
 * each cell with each array formula, and rewrites a shared formula for each cell that shares it: a small file
 * would keep it busy for minutes. A formula without a result stays, so that the cell can be said to have one.
 */
export function withoutUnreadFormulas(piece: string): string {
  if (!/<(?:\w+:)?f[\s>]/.test(piece)) return piece;
  return piece
    .replace(beside, '')
    .replace(sharedBeside, '')
    .replace(arrayTag, '<$1f>')
    .replace(longFormula, '$1');
}
