import { attributeOf, outermost, textOfNode, type PageElement } from './pageNodes.js';
import type { DefaultTreeAdapterTypes } from 'parse5';

/** What a style says that matters to a reader: is the text there, and how is a number shown. */
export interface PageStyle {
  readonly hidden?: boolean;
  readonly struck?: boolean;
  readonly raised?: boolean;
  readonly format?: string;
}

export type StyleOf = (element: PageElement) => PageStyle;

/** Class names with one style sheet rule each are what office programs write; other selectors say nothing here. */
const simpleSelector = /^(?:[a-z][\w-]*)?\.([\w-]+)$/i;
const rule = /([^{}]+)\{([^{}]*)\}/g;
/** Styles for paper or other media, which nest rules. */
const mediaRule = /@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;

/** How the elements of a page are styled, by its style sheets of classes and by their own attributes. */
export function stylesOf(page: DefaultTreeAdapterTypes.Document): StyleOf {
  const classes = new Map<string, PageStyle>();
  for (const sheet of outermost(page, new Set(['style']))) {
    const text = sheet.childNodes.map((node) => textOfNode(node) ?? '').join('');
    for (const [, selectors = '', declarations = ''] of plainRules(text))
      for (const selector of selectors.split(',')) {
        const name = simpleSelector.exec(selector.trim())?.[1];
        if (name) classes.set(name, { ...classes.get(name), ...styleIn(declarations) });
      }
  }
  return (element) => {
    const named = (attributeOf(element, 'class') ?? '').split(/\s+/).map((name) => classes.get(name));
    const own = attributeOf(element, 'style');
    return Object.assign({}, ...named, own ? styleIn(own) : {}) as PageStyle;
  };
}

function plainRules(text: string): RegExpMatchArray[] {
  const bare = text.replace(/\/\*[^]*?\*\/|<!--|-->/g, '').replace(mediaRule, '');
  return [...bare.matchAll(rule)];
}

function styleIn(declarations: string): PageStyle {
  const hides = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i;
  const format = /mso-number-format\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^;]+))/i.exec(
    declarations,
  );
  return {
    ...(hides.test(declarations) && { hidden: true }),
    ...(/text-decoration[\w-]*\s*:[^;]*line-through/i.test(declarations) && { struck: true }),
    ...(/vertical-align\s*:\s*(?:super|sub)\b/i.test(declarations) && { raised: true }),
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
