import { address } from '../../../../importers/reading/grid.js';
import type { Mark } from './Mark.js';
import type { MarkedStyles } from './markedStyles.js';

const tag = /<((?:\w+:)?)(row|c)\b([^<>]*?)(\/?)>/g;

/** A sheet whose marked cells have other formats; nothing else of it changes. */
export function markedSheet(
  xml: string,
  marks: ReadonlyMap<string, Mark['severity']>,
  styles: MarkedStyles,
): string {
  let row = -1;
  let column = -1;
  return xml.replace(tag, (whole, ...groups: string[]) => {
    const [prefix = '', name, attributes = '', end = ''] = groups;
    const stated = /\sr="([A-Za-z]*)(\d+)"/.exec(attributes);
    if (name === 'row') {
      row = stated ? Number(stated[2]) - 1 : row + 1;
      column = -1;
      return whole;
    }
    column = stated ? columnOf(stated[1] ?? '') : column + 1;
    const severity = marks.get(address(row, column));
    if (severity === undefined) return whole;
    const style = Number(/\ss="(\d+)"/.exec(attributes)?.[1] ?? 0);
    const rest = attributes.replace(/\ss="\d+"/, '');
    return `<${prefix}c${rest} s="${styles.marked(style, severity)}"${end}>`;
  });
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
