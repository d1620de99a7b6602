import type { LeftOut } from '../reading/grid.js';
import { attributeOf, isElement, textOfNode, walk, type PageElement, type PageNode } from './pageNodes.js';
import type { StyleOf } from './pageStyles.js';
import { isUnseenThere, placeOf, top, within } from './textPlace.js';

/** What nobody reads on a page. */
const unseen = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'button',
  'rt',
  'rp',
  'datalist',
  // The note of a cell, as LibreOffice saves it.
  'comment',
  'head',
]);
/** What stands on a line of its own. */
export const blocks: ReadonlySet<string> = new Set(
  'address article blockquote br center dd div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr li main ol option p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const struckNames = new Set(['s', 'strike', 'del']);
const raisedNames: Readonly<Record<string, LeftOut>> = { sup: 'superscript', sub: 'subscript' };

export function isUnseen({ tagName }: PageElement): boolean {
  return unseen.has(tagName);
}

/** Why a text is not part of what is said where it stands; undefined when it is. */
export function leftOutBy(element: PageElement, styleOf: StyleOf): LeftOut | undefined {
  const style = styleOf(element);
  if (style.hidden || attributeOf(element, 'hidden') !== undefined) return 'hidden';
  if (style.struck || struckNames.has(element.tagName)) return 'struck';
  if (isClosed(element)) return 'hidden';
  const isOnLine = !blocks.has(element.tagName);
  return raisedNames[element.tagName] ?? (style.raised && isOnLine ? 'superscript' : undefined);
}

/** What can be opened shows its summary until it is. */
export function isClosed(node: PageNode): boolean {
  const { parentNode } = node;
  if (!parentNode || !('tagName' in parentNode) || parentNode.tagName !== 'details') return false;
  const isSummary = isElement(node) && node.tagName === 'summary';
  return !isSummary && attributeOf(parentNode, 'open') === undefined;
}

/** What a form's field shows; undefined for an element that is none. */
export function fieldText(element: PageElement): string | undefined {
  if (element.tagName === 'input') {
    const type = (attributeOf(element, 'type') ?? 'text').toLowerCase();
    return ['text', 'number', 'tel', 'search'].includes(type) ? (attributeOf(element, 'value') ?? '') : '';
  }
  if (element.tagName !== 'select') return undefined;
  const options = element.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'option');
  const chosen = options.find((option) => attributeOf(option, 'selected') !== undefined) ?? options[0];
  return chosen?.childNodes.map((node) => textOfNode(node) ?? '').join('') ?? '';
}

/** Of the size of the digits beside them. */
const smallerDigits = 0.8;

export interface ShownText {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
}

/** What a person reads in a table cell: a line for each block, without notes, struck-out and hidden text. */
export function shownText(cell: PageElement, styleOf: StyleOf): ShownText {
  const lines: string[] = [''];
  const leftOut = new Map<LeftOut, string>();
  const places = [within(placeOf(cell, styleOf), cell, styleOf)];
  let last = places[0]?.points ?? top.points;
  const add = (text: string, isShut = false) => {
    const place = places.at(-1);
    if (isShut || (place && isUnseenThere(place))) return leaveOut('hidden', text);
    const points = place?.points ?? last;
    // Smaller digits right behind others are a mark, or were pasted there: nobody can say that it is one number.
    const isOther = Math.min(points, last) <= smallerDigits * Math.max(points, last);
    if (isOther && /^\d/.test(text) && /\d$/.test(lines.at(-1) ?? '')) lines.push('');
    lines[lines.length - 1] += text;
    if (text.trim() !== '') last = points;
  };
  const leaveOut = (why: LeftOut, text: string) => leftOut.set(why, (leftOut.get(why) ?? '') + text);
  walk(cell, {
    enter: (node: PageNode) => {
      const text = textOfNode(node);
      if (text !== null) add(text.replace(/[ \t\r\n\f]+/g, ' '), isClosed(node));
      if (!isElement(node) || isUnseen(node)) return false;
      const why = leftOutBy(node, styleOf);
      if (why) {
        leaveOut(why, shownText(node, () => ({})).text);
        return false;
      }
      const field = fieldText(node);
      if (field !== undefined) add(field);
      if (blocks.has(node.tagName)) lines.push('');
      if (field === undefined) places.push(within(places.at(-1) ?? top, node, styleOf));
      return field === undefined;
    },
    leave: ({ tagName }) => {
      places.pop();
      if (blocks.has(tagName)) lines.push('');
    },
  });
  const text = joined(lines);
  const said = [...leftOut].filter(([, words]) => words.trim() !== '');
  // A cell of nothing but small print says what it says.
  const raised = said.filter(([why]) => why === 'superscript' || why === 'subscript');
  if (text === '' && raised.length > 0)
    return { text: raised.map(([, words]) => words).join(' '), leftOut: [] };
  return { text, leftOut: said.map(([why]) => why) };
}

function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/^ +| +$/g, '').replaceAll('\u00a0', ' '))
    .filter((line) => line !== '')
    .join('\n');
}
