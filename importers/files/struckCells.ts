import { mannersIn } from './openDocumentLooks.js';

/** Stands in a text where struck-out words stood, for a reader of cells that knows nothing of styles. */
export const struckSign = '\ue0f1';

const closing = '</table:table-cell>';
const noteEnd = '</office:annotation>';
const ofValue = /\s(?:table:formula|(?:office|calcext):(?:[\w-]*value|value-type|currency))="[^"]*"/g;
const span = /<text:span\b[^<>]*text:style-name="([^"]+)"[^<>]*>[^<]*<\/text:span>/g;

/**
 * The content of an OpenDocument where each cell that is struck out holds the sign for it, and those of its words
 * that are written otherwise.
 */
export function withoutStruckCells(content: string): string {
  const struck = new Set(
    [...mannersIn(content, 'table-cell')].flatMap(([name, manner]) => (manner === 'struck' ? [name] : [])),
  );
  if (struck.size === 0) return content;
  const manners = mannersIn(content, 'text');
  let kept = '';
  let from = 0;
  const opening = /<table:table-cell\b([^<>]*[^<>/])>/g;
  for (let tag = opening.exec(content); tag; tag = opening.exec(content)) {
    const [whole, attributes = ''] = tag;
    const style = /\stable:style-name="([^"]*)"/.exec(attributes)?.[1];
    if (style === undefined || !struck.has(style)) continue;
    const end = content.indexOf(closing, opening.lastIndex);
    if (end < 0) break;
    const inside = content.slice(tag.index + whole.length, end);
    opening.lastIndex = end;
    // Notes stand before the words of their cell.
    const words = behind(noteEnd, inside);
    if (!/>\s*[^<\s]/.test(`>${words}`)) continue;
    const others = [...words.matchAll(span)].filter(([, name = '']) => {
      const manner = manners.get(name);
      return manner !== undefined && manner !== 'struck';
    });
    const text = others.map(([written]) => written).join('');
    kept += `${content.slice(from, tag.index)}<table:table-cell${attributes.replace(ofValue, '')} office:value-type="string"><text:p>${struckSign}${text}</text:p>`;
    from = end;
  }
  return kept + content.slice(from);
}

function behind(sign: string, text: string): string {
  const at = text.lastIndexOf(sign);
  return at < 0 ? text : text.slice(at + sign.length);
}
