import { cellLeftOut, leftOutBy, type CellLook } from '../../reading/textLook.js';
import type { OpenDocumentLooks } from './openDocumentLooks.js';

/** Stand in a text where words stood that are not there, for a reader of cells that knows nothing of styles. */
export const leftOutSigns = { struck: '\ue0f1', hidden: '\ue0f2' } as const;

const closing = '</table:table-cell>';
const noteEnd = '</office:annotation>';
const ofValue = /\s(?:table:formula|(?:office|calcext):(?:[\w-]*value|value-type|currency))="[^"]*"/g;
const span =
  /<text:span\b[^<>]*text:style-name="([^"]+)"[^<>]*>((?:[^<]|<text:(?:s|tab)\b[^<>]*\/>)*)<\/text:span>/g;
const digits = { superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹', subscript: '₀₁₂₃₄₅₆₇₈₉' } as const;

/**
 * The content of an OpenDocument with the signs for what is struck out or hidden in its cells. Raised and lowered
 * digits become the characters for them.
 */
export function withoutLeftOut(content: string, looks: OpenDocumentLooks): string {
  if (!looks.isNeeded) return content;
  let kept = '';
  let from = 0;
  const opening = /<table:table-cell\b([^<>]*[^<>/])>/g;
  for (let tag = opening.exec(content); tag; tag = opening.exec(content)) {
    const [whole, attributes = ''] = tag;
    const end = content.indexOf(closing, opening.lastIndex);
    if (end < 0) break;
    const inside = content.slice(tag.index + whole.length, end);
    opening.lastIndex = end;
    const look = looks.cell(/\stable:style-name="([^"]*)"/.exec(attributes)?.[1]);
    const rewritten = cellText(inside, look, looks);
    if (rewritten === null) continue;
    const said =
      rewritten.isWhole === false
        ? `${whole}${rewritten.text}`
        : `<table:table-cell${attributes.replace(ofValue, '')} office:value-type="string"><text:p>${rewritten.text}</text:p>`;
    kept += content.slice(from, tag.index) + said;
    from = end;
  }
  return kept + content.slice(from);
}

/** What a cell says instead; null where it stays as it is. */
function cellText(
  inside: string,
  look: CellLook,
  looks: OpenDocumentLooks,
): { readonly text: string; readonly isWhole: boolean } | null {
  const why = cellLeftOut(look);
  if (why === null) {
    if (!inside.includes('<text:span')) return null;
    const text = inside.replace(span, (whole, style: string, words: string) =>
      spanText(whole, words, leftOutBy(looks.span(style, look), look.ground)),
    );
    return text === inside ? null : { text, isWhole: false };
  }
  // Notes stand before the words of their cell.
  const words = behind(noteEnd, inside);
  if (!/>\s*[^<\s]/.test(`>${words}`)) return null;
  const others = [...words.matchAll(span)].flatMap(([whole, style = '', text = '']) => {
    const own = leftOutBy(looks.span(style, look), look.ground);
    return own === why ? [] : [spanText(whole, text, own)];
  });
  return { text: leftOutSigns[why] + others.join(''), isWhole: true };
}

function spanText(whole: string, words: string, why: ReturnType<typeof leftOutBy>): string {
  if (why === null || words === '') return whole;
  if (why === 'struck' || why === 'hidden') return leftOutSigns[why];
  return words.replace(/\d/g, (digit) => digits[why][Number(digit)] ?? digit);
}

function behind(sign: string, text: string): string {
  const at = text.lastIndexOf(sign);
  return at < 0 ? text : text.slice(at + sign.length);
}
