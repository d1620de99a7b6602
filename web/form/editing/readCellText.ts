import { parseValue } from '../../../src/cells.js';
import type { Column } from '../../../src/forms/form.js';
import { texts } from '../texts.js';

/** What somebody typed in a cell: its exact value, null when blank, or why it cannot be one. */
export type CellText = { readonly value: bigint | null } | { readonly refused: string };

/** Full-width digits, signs and blanks, and separators of thousands, are as good as plain ones. */
export function plainText(text: string): string {
  return text
    .replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 48))
    .replace(/[．。]/g, '.')
    .replace(/[－−—–]/g, '-')
    .replace(/＋/g, '+')
    .replace(/[\s\u3000\u00A0]/g, '')
    .replace(/(\d)[,，](?=\d{3}(?:\D|$))/g, '$1');
}

export function readCellText(column: Column, text: string): CellText {
  const plain = plainText(text);
  if (plain === '') return { value: null };
  const parsed = parseValue(column, plain);
  return 'value' in parsed ? parsed : { refused: texts.refused[parsed.refused] };
}
