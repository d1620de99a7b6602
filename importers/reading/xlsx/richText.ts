import type { LeftOut } from '../grid.js';
import { joinedRuns, type RichText } from '../textRuns.js';
import { NotUnderstood } from './NotUnderstood.js';
import type { XmlScanner } from './XmlScanner.js';
import { cellText } from './xmlText.js';

interface Run {
  text: string;
  leftOut: LeftOut | null;
  /** False where it looks as its cell does. */
  hasLook: boolean;
}

/**
 * The text of an `<si>` or `<is>`, at whose tag the scanner is: its runs, without those that are struck out and
 * without raised and lowered notes. How it is pronounced is no part of it.
 */
export function richText(scanner: XmlScanner): RichText {
  const { name } = scanner;
  if (scanner.isEmpty) return { text: '', leftOut: null };
  const runs: Run[] = [];
  for (scanner.advance(); !(scanner.closes && scanner.name === name); scanner.advance()) {
    if (scanner.name === 't') runs.push({ text: textOf(scanner), leftOut: null, hasLook: false });
    else if (scanner.name === 'r') runs.push(runOf(scanner));
    else if (scanner.name === 'rPh' || scanner.name === 'phoneticPr') scanner.leave();
    else throw new NotUnderstood(`<${scanner.name}> in a text`);
  }
  const [only] = runs;
  const isPlain = runs.length === 1 && only && only.leftOut !== 'struck';
  const said = isPlain ? { text: only.text, leftOut: null } : joinedRuns(runs);
  if (!runs.some(({ hasLook }) => hasLook)) return said;
  const whereStruck = joinedRuns(
    runs.map(({ text, leftOut, hasLook }) => ({ text, leftOut: hasLook ? leftOut : 'struck' })),
  );
  return { ...said, whereStruck };
}

function runOf(scanner: XmlScanner): Run {
  const run: Run = { text: '', leftOut: null, hasLook: false };
  if (scanner.isEmpty) return run;
  for (scanner.advance(); !(scanner.closes && scanner.name === 'r'); scanner.advance()) {
    if (scanner.name === 't') run.text += textOf(scanner);
    else if (scanner.name === 'rPr') {
      run.leftOut = leftOutBy(scanner);
      run.hasLook = true;
    } else throw new NotUnderstood(`<${scanner.name}> in a run`);
  }
  return run;
}

function leftOutBy(scanner: XmlScanner): LeftOut | null {
  if (scanner.isEmpty) return null;
  let raised: LeftOut | null = null;
  let isStruck = false;
  for (scanner.advance(); !(scanner.closes && scanner.name === 'rPr'); scanner.advance()) {
    const value = scanner.closes ? undefined : scanner.attribute('val');
    if (scanner.name === 'strike' && !scanner.closes) isStruck = value !== '0' && value !== 'false';
    if (scanner.name === 'vertAlign' && (value === 'superscript' || value === 'subscript')) raised = value;
  }
  return isStruck ? 'struck' : raised;
}

function textOf(scanner: XmlScanner): string {
  if (scanner.isEmpty) return '';
  scanner.advance();
  if (!scanner.closes || scanner.name !== 't') throw new NotUnderstood('a tag inside a text');
  return cellText(scanner.text());
}
