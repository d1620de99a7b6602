import { cropped, sizeOf, type Grid } from './Grid.js';

/** One way to understand the clipboard. */
export interface PasteChoice {
  readonly from: 'html' | 'text';
  readonly grid: Grid;
}

/** What a clipboard holds: one block, or several between which a person must choose. */
export interface PasteOffer {
  readonly choices: readonly PasteChoice[];
  /** Both shapes agree on places and texts: nothing to choose between. */
  readonly agreed: boolean;
}

/**
 * A copied block arrives in two shapes, and neither alone is right: plain text drops empty edges, html hides rows
 * or cuts numbers. Where both, cropped, are the same, html is right, with its stored numbers; otherwise somebody
 * chooses. Plain text alone is always shown first.
 */
export function offerOf(html: Grid | null, text: Grid): PasteOffer {
  const [croppedHtml, croppedText] = [html ? cropped(html) : null, cropped(text)];
  if (html === null || croppedHtml === null || croppedHtml.length === 0)
    return { choices: croppedText.length === 0 ? [] : [{ from: 'text', grid: text }], agreed: false };
  if (isSame(croppedHtml, croppedText)) return { choices: [{ from: 'html', grid: html }], agreed: true };
  return {
    choices: [
      { from: 'html', grid: html },
      ...(croppedText.length > 0 ? [{ from: 'text', grid: text } as const] : []),
    ],
    agreed: false,
  };
}

function isSame(one: Grid, other: Grid): boolean {
  const [size, otherSize] = [sizeOf(one), sizeOf(other)];
  if (size.rows !== otherSize.rows || size.columns !== otherSize.columns) return false;
  return one.every((row, index) =>
    row.every((cell, column) => plain(cell.text) === plain(other[index]?.[column]?.text ?? '')),
  );
}

function plain(text: string): string {
  return text.replace(/\s+/g, '');
}
