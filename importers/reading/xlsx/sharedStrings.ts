import { richText, type StoredText } from './richText.js';
import { XmlScanner } from './XmlScanner.js';

/** The strings that cells refer to by number. An empty `<si/>` is one like any other. */
export function sharedStrings(xml: string | null): readonly StoredText[] {
  if (xml === null) return [];
  const scanner = new XmlScanner(xml);
  const strings: StoredText[] = [];
  scanner.enter('sst');
  if (scanner.isEmpty) return strings;
  for (scanner.advance(); !(scanner.closes && scanner.name === 'sst'); scanner.advance()) {
    if (scanner.name === 'si') strings.push(richText(scanner));
    else scanner.leave();
  }
  return strings;
}
