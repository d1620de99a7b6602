import type { Form } from '../../../src/forms/form.js';
import type { CellKey } from '../../../src/cells.js';
import { cellLines } from '../sheet/moving.js';
import { offerOf, type PasteOffer } from './choices.js';
import { placeGrid } from './placeGrid.js';
import { readHtmlGrid } from './readHtmlGrid.js';
import { readTextGrid } from './readTextGrid.js';

/** What to do with a paste. `native`: one word, which the field takes by itself. */
export type Pasted =
  | { readonly kind: 'native' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'ask'; readonly offer: PasteOffer }
  | { readonly kind: 'fill'; readonly cells: readonly (readonly [CellKey, string])[] };

/** Fills at once only what both shapes agree on, whose numbers are shown as they are stored, and that all fits. */
export function readPaste(form: Form, anchor: CellKey, html: string, text: string): Pasted {
  if (html === '' && text === '') return { kind: 'nothing' };
  const table = html === '' ? null : readHtmlGrid(html);
  if (table === null && !/[\t\n\r]/.test(text.trim())) return { kind: 'native' };
  const offer = offerOf(table, readTextGrid(text));
  const [only, ...others] = offer.choices;
  if (!only) return { kind: 'nothing' };
  if (!offer.agreed || others.length > 0) return { kind: 'ask', offer };
  const { cells, outside } = placeGrid(form, cellLines(form), anchor, only.grid);
  if (outside > 0 || cells.some(({ relation, refused }) => relation !== 'same' || refused !== null))
    return { kind: 'ask', offer };
  return { kind: 'fill', cells: cells.map(({ key, shown }) => [key, shown]) };
}
