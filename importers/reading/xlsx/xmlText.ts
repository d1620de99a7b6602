import { NotUnderstood } from './NotUnderstood.js';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w+));|&/g;
/** How a string of a workbook writes a character that XML cannot hold. */
const escaped = /_x([\da-fA-F]{4})_/g;

/** A text of an XML part, which was handed over as Latin-1. */
export function xmlText(written: string): string {
  const text = /[\u0080-\u00ff]/.test(written) ? Buffer.from(written, 'latin1').toString('utf8') : written;
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.includes('&') ? lines.replace(reference, characterOf) : lines;
}

/** A string of a cell: `_x000D_` is a line end, `_x005F_` the underscore of what only looks like one. */
export function cellText(written: string): string {
  const text = xmlText(written);
  if (!text.includes('_x')) return text;
  return text.replace(escaped, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function characterOf(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  const code = decimal ? Number(decimal) : hexadecimal ? parseInt(hexadecimal, 16) : null;
  const character =
    code === null ? entities[name ?? ''] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
  if (character === undefined) throw new NotUnderstood(`an entity ${whole}`);
  return character;
}
