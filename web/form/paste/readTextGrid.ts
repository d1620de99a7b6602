import { squared, type Grid } from './Grid.js';

/** text/plain of a copied block: a line a row, a tab between columns. */
export function readTextGrid(text: string): Grid {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return squared(
    lines.map((line) =>
      line.split('\t').map((field) => ({ text: field.trim(), stored: null, covered: false })),
    ),
  );
}
