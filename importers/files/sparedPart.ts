import { countWorkbookTags, hiddenColumnsOnly, withoutUnreadTags } from './cellCount.js';
import type { Limits } from './limits.js';
import { hasMixedTexts, withoutPlainBeginnings } from './mixedTexts.js';
import { tooManyCells } from './overLimit.js';
import type { Part } from './storedZip.js';
import { withoutUnreadFormulas } from './unreadFormulas.js';

const chunk = 64 * 1024;
/** A cell without an address, which stands after the one before it. */
const unaddressed = /<(?:\w+:)?c(?:>|\s(?![^<>]*\br\s*=)[^<>]*>)/;

/** The XML parts of an .xlsx package without what the spreadsheet reader stumbles over or has no use for. */
export function sparedParts(parts: readonly Part[], limits: Limits): readonly Part[] {
  const counted = { cells: 0, sheets: 0 };
  return parts.map((part) =>
    /\.(xml|rels)$/i.test(part.name) ? { ...part, bytes: sparedPart(part.bytes, counted, limits) } : part,
  );
}

function sparedPart(bytes: Buffer, counted: { cells: number; sheets: number }, limits: Limits): Buffer {
  const withFewColumns = hiddenColumnsOnly();
  const chunks = [...chunksOf(bytes)];
  // Where cells follow one another without an address, the empty ones among them count too.
  const isUnaddressed = chunks.some((text) => unaddressed.test(text));
  let isMixed = false;
  const kept = chunks.map((text) => {
    const filled = isUnaddressed ? text : withoutUnreadTags(text);
    if (isUnaddressed) countWorkbookTags(text.replace(/<c r=/g, '<c  r='), counted);
    if (counted.cells > limits.filledCells) throw tooManyCells(limits);
    const spared = withFewColumns(withoutUnreadFormulas(filled));
    isMixed ||= hasMixedTexts(spared);
    return spared;
  });
  const text = kept.join('');
  return Buffer.from(isMixed || hasMixedTexts(text) ? withoutPlainBeginnings(text) : text, 'latin1');
}

/** Pieces of a part that end before a tag. */
function* chunksOf(bytes: Buffer): Generator<string> {
  for (let from = 0; from < bytes.length;) {
    const last = from + chunk < bytes.length ? bytes.lastIndexOf('<', from + chunk) : bytes.length;
    const next = last > from ? last : bytes.indexOf('<', from + chunk);
    const to = next < 0 ? bytes.length : next;
    yield bytes.toString('latin1', from, to);
    from = to;
  }
}
