import { attributeOf, outermost, textOfNode, type PageElement } from './pageNodes.js';
import type { DefaultTreeAdapterTypes } from 'parse5';

/** What a style says that matters to a reader: is the text there, and how is a number shown. */
export interface PageStyle {
  readonly hidden?: boolean;
  readonly struck?: boolean;
  readonly raised?: boolean;
  readonly format?: string;
  readonly colour?: string;
  readonly background?: string;
  /** In points. */
  readonly size?: number;
}

export type StyleOf = (element: PageElement) => PageStyle;

/** The last part of a selector says whom it is for: a name, a class or an id. What stands before only narrows it. */
const lastPart = /(?:^|[\s>+~])([a-z][\w-]*)?((?:[.#][\w-]+)*)$/i;
const rule = /([^{}]+)\{([^{}]*)\}/g;
/** Styles for paper or other media, which nest rules. */
const mediaRule = /@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;

/** How the elements of a page are styled, by its style sheets and by their own attributes. */
export function stylesOf(page: DefaultTreeAdapterTypes.Document): StyleOf {
  const styles = new Map<string, { readonly also: readonly string[]; readonly style: PageStyle }[]>();
  for (const sheet of outermost(page, new Set(['style']))) {
    const text = sheet.childNodes.map((node) => textOfNode(node) ?? '').join('');
    for (const [, selectors = '', declarations = ''] of plainRules(text)) {
      const style = styleIn(declarations);
      if (Object.keys(style).length === 0) continue;
      for (const selector of selectors.split(',')) {
        const [, name = '', marks = ''] = lastPart.exec(selector.trim()) ?? [];
        const [key, ...also] = [...(marks.match(/[.#][\w-]+/g) ?? []), ...(name ? [name.toLowerCase()] : [])];
        if (key) styles.set(key, [...(styles.get(key) ?? []), { also, style }]);
      }
    }
  }
  return (element) => {
    const keys = keysOf(element);
    const named = keys.flatMap((key) =>
      (styles.get(key) ?? []).filter(({ also }) => also.every((other) => keys.includes(other))),
    );
    const own = attributeOf(element, 'style');
    return Object.assign({}, ...named.map(({ style }) => style), own ? styleIn(own) : {}) as PageStyle;
  };
}

function keysOf(element: PageElement): string[] {
  const classes = (attributeOf(element, 'class') ?? '').split(/\s+/).filter(Boolean);
  const id = attributeOf(element, 'id');
  return [element.tagName, ...classes.map((name) => `.${name}`), ...(id ? [`#${id}`] : [])];
}

function plainRules(text: string): RegExpMatchArray[] {
  const bare = text.replace(/\/\*[^]*?\*\/|<!--|-->/g, '').replace(mediaRule, '');
  return [...bare.matchAll(rule)];
}

/** Not there, of no size, without a colour, or far outside of the page. */
const hides =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)|opacity\s*:\s*0?\.?0+\s*(?:;|!|$)|color\s*:\s*transparent|clip\s*:\s*rect\(\s*(?:[01](?:px)?[\s,]*){4}\)|(?:left|top|text-indent)\s*:\s*-\d{3,}px)/i;

const pointsOfPixel = 0.75;

function styleIn(declarations: string): PageStyle {
  const format = /mso-number-format\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^;]+))/i.exec(
    declarations,
  );
  const colour = /(?:^|[;\s])color\s*:\s*([^;!]+)/i.exec(declarations)?.[1]?.trim();
  const background = /(?:^|[;\s])background(?:-color)?\s*:\s*([^;!]+)/i.exec(declarations)?.[1]?.trim();
  const size = /(?:^|[;\s])font-size\s*:\s*([\d.]+)\s*(px|pt)\b/i.exec(declarations);
  return {
    ...(hides.test(declarations) && { hidden: true }),
    ...(/text-decoration[\w-]*\s*:[^;]*line-through/i.test(declarations) && { struck: true }),
    ...(/vertical-align\s*:\s*(?:super|sub|text-top)\b/i.test(declarations) && { raised: true }),
    ...(colour && { colour }),
    ...(background && { background }),
    ...(size && { size: Number(size[1]) * (/^px/i.test(size[2] ?? '') ? pointsOfPixel : 1) }),
    ...(format && { format: formatCode(format[1] ?? format[2] ?? format[3] ?? '') }),
  };
}

/** `\#\,\#\#0\0022元\0022`: characters of a format are escaped as those of a style sheet are. */
function formatCode(written: string): string {
  return written
    .trim()
    .replace(/\\([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\(.)/g, '$1');
}
