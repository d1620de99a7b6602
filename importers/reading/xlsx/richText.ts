import type { StyledRun } from '../textRuns.js';
import { fontLook } from './cellLooks.js';
import { NotUnderstood } from './NotUnderstood.js';
import type { XmlScanner } from './XmlScanner.js';
import { cellText } from './xmlText.js';

/** A text as it is stored, once for all cells that say it. */
export interface StoredText {
  readonly text: string;
  /** null where all of it looks as its cell does. */
  readonly runs: readonly StyledRun[] | null;
}

/** The text of an `<si>` or `<is>`, at whose tag the scanner is. How it is pronounced is no part of it. */
export function richText(scanner: XmlScanner): StoredText {
  const { name } = scanner;
  if (scanner.isEmpty) return { text: '', runs: null };
  const runs: StyledRun[] = [];
  for (scanner.advance(); !(scanner.closes && scanner.name === name); scanner.advance()) {
    if (scanner.name === 't') runs.push({ text: textOf(scanner), look: null });
    else if (scanner.name === 'r') runs.push(runOf(scanner));
    else if (scanner.name === 'rPh' || scanner.name === 'phoneticPr') scanner.leave();
    else throw new NotUnderstood(`<${scanner.name}> in a text`);
  }
  const text = runs.map((run) => run.text).join('');
  return { text, runs: runs.some(({ look }) => look !== null) ? runs : null };
}

function runOf(scanner: XmlScanner): StyledRun {
  let text = '';
  let look: StyledRun['look'] = null;
  if (scanner.isEmpty) return { text, look };
  for (scanner.advance(); !(scanner.closes && scanner.name === 'r'); scanner.advance()) {
    if (scanner.name === 't') text += textOf(scanner);
    else if (scanner.name === 'rPr') look = scanner.isEmpty ? {} : fontLook(scanner);
    else throw new NotUnderstood(`<${scanner.name}> in a run`);
  }
  return { text, look };
}

function textOf(scanner: XmlScanner): string {
  if (scanner.isEmpty) return '';
  scanner.advance();
  if (!scanner.closes || scanner.name !== 't') throw new NotUnderstood('a tag inside a text');
  return cellText(scanner.text());
}
