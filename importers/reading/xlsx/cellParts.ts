import { NotUnderstood } from './NotUnderstood.js';
import { richText, type StoredText } from './richText.js';
import type { XmlScanner } from './XmlScanner.js';

/** What stands inside the tags of a cell, as it is written. */
export interface CellParts {
  readonly formula: string | null;
  readonly isShared: boolean;
  readonly value: string | null;
  readonly inline: StoredText | null;
}

/** Reads the cell at whose tag the scanner is, and leaves it. */
export function partsOf(scanner: XmlScanner): CellParts {
  let formula: string | null = null;
  let isShared = false;
  let value: string | null = null;
  let inline: StoredText | null = null;
  for (scanner.advance(); !(scanner.closes && scanner.name === 'c'); scanner.advance()) {
    if (scanner.name === 'v') value = textIn(scanner, 'v');
    else if (scanner.name === 'f') {
      isShared = scanner.attribute('t') === 'shared';
      formula = textIn(scanner, 'f');
    } else if (scanner.name === 'is') inline = richText(scanner);
    else if (scanner.name === 'extLst') scanner.leave();
    else throw new NotUnderstood(`<${scanner.name}> in a cell`);
  }
  return { formula, isShared, value, inline };
}

function textIn(scanner: XmlScanner, name: string): string {
  if (scanner.isEmpty) return '';
  scanner.advance();
  if (!scanner.closes || scanner.name !== name) throw new NotUnderstood(`a tag inside <${name}>`);
  return scanner.text();
}
