import { plainDecimal } from '../draft/plainDecimal.js';
import { attributeOf, type PageElement } from './pageNodes.js';

/**
 * The number a spreadsheet program stored beside the text it shows: `x:num` of Excel and WPS, `sdval` of
 * LibreOffice, `data-sheets-value` of online tables, `data-v` of programs. null when the cell has none.
 */
export function storedNumber(cell: PageElement, shown: string): string | null {
  if (attributeOf(cell, 'x:str') !== undefined) return null;
  const excel = attributeOf(cell, 'x:num');
  // `x:num` alone: the text is the number.
  if (excel !== undefined) return decimalOf(excel.trim() === '' ? shown : excel);
  const stored = attributeOf(cell, 'sdval') ?? onlineValue(attributeOf(cell, 'data-sheets-value'));
  if (stored !== undefined) return decimalOf(stored);
  const type = attributeOf(cell, 'data-t');
  const value = attributeOf(cell, 'data-v');
  return value !== undefined && (type === undefined || type === 'n') ? decimalOf(value) : null;
}

function decimalOf(text: string): string | null {
  const plain = text.trim().replaceAll(',', '');
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? plainDecimal(value) : null;
}

/** `{"1":3,"3":73.2051}`: 3 says that the value is a number. */
function onlineValue(json: string | undefined): string | undefined {
  const match = /^\{\s*"1"\s*:\s*3\s*,\s*"3"\s*:\s*(-?[\d.eE+-]+)\s*\}$/.exec(json ?? '');
  return match?.[1];
}
