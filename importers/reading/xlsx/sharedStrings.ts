import type { RichText } from '../textRuns.js';
import { richText } from './richText.js';
import { XmlScanner } from './XmlScanner.js';

/** The strings that cells refer to by number. An empty `<si/>` is one like any other. */
export function sharedStrings(xml: string | null): readonly RichText[] {
  if (xml === null) return [];
  const scanner = new XmlScanner(xml);
  const strings: RichText[] = [];
  scanner.enter('sst');
  if (scanner.isEmpty) return strings;
  for (scanner.advance(); !(scanner.closes && scanner.name === 'sst'); scanner.advance()) {
    if (scanner.name === 'si') strings.push(richText(scanner));
    else scanner.leave();
  }
  return strings;
}
