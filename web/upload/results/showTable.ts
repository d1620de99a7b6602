import { element } from '../../shared/element.js';
import type { CellName } from '../formNames.js';
import { texts } from './texts.js';

/** Row and column as printed; the key where the form is not known. */
export function nameCells(name: CellName | undefined, key: string): [string, string] {
  return name ? [name.row, name.column] : [key, ''];
}

export function shown(value: string | null | undefined): string {
  return value ?? texts.blank;
}

/** The last columns hold numbers. */
export function showTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers = 1,
): HTMLElement {
  const kind = (index: number) => (index >= head.length - numbers ? 'figure' : undefined);
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': texts.cells },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...head.map((text, index) => element('th', { scope: 'col', class: kind(index) }, text)),
        ),
      ),
      element(
        'tbody',
        {},
        ...rows.map((row) =>
          element('tr', {}, ...row.map((text, index) => element('td', { class: kind(index) }, text))),
        ),
      ),
    ),
  );
}
