import { attributeOf, outermost, textOfNode, type PageElement } from './pageNodes.js';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { styleIn, type PageStyle } from './declaredStyle.js';

export type StyleOf = (element: PageElement) => PageStyle;

/** A part of a selector: a name, classes and ids. */
const simplePart = /^([a-z][\w-]*)?((?:[.#][\w-]+)*)$/i;
const rule = /([^{}]+)\{([^{}]*)\}/g;
/** Styles for one medium, which nest rules. */
const mediaRule = /@([\w-]+)([^{};]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}/g;
/** Of a usual screen, in pixels. */
const screenWidth = 1280;

interface StyleRule {
  /** What the element itself has, and what one around it has, for each part before. */
  readonly also: readonly string[];
  readonly around: readonly (readonly string[])[];
  readonly style: PageStyle;
}

/** How the elements of a page are styled, by its style sheets and by their own attributes. */
export function stylesOf(page: DefaultTreeAdapterTypes.Document): StyleOf {
  const styles = new Map<string, StyleRule[]>();
  for (const sheet of outermost(page, new Set(['style']))) {
    const text = sheet.childNodes.map((node) => textOfNode(node) ?? '').join('');
    for (const [, selectors = '', declarations = ''] of plainRules(text)) {
      const style = styleIn(declarations);
      if (Object.keys(style).length === 0) continue;
      for (const selector of selectors.split(',')) {
        const parts = partsOf(selector);
        const [key, ...also] = parts?.at(-1) ?? [];
        if (!parts || key === undefined) continue;
        styles.set(key, [...(styles.get(key) ?? []), { also, around: parts.slice(0, -1), style }]);
      }
    }
  }
  return (element) => {
    const keys = keysOf(element);
    const named = keys.flatMap((key) =>
      (styles.get(key) ?? []).filter(
        ({ also, around }) => also.every((other) => keys.includes(other)) && standsIn(element, around),
      ),
    );
    const own = attributeOf(element, 'style');
    return Object.assign({}, ...named.map(({ style }) => style), own ? styleIn(own) : {}) as PageStyle;
  };
}

/** The marks of each part of a selector; undefined for one that says more than names, classes and ids. */
function partsOf(selector: string): string[][] | undefined {
  const parts: string[][] = [];
  for (const part of selector.trim().split(/\s*[\s>]\s*/)) {
    const found = simplePart.exec(part);
    if (!found) return undefined;
    const [, name = '', marks = ''] = found;
    parts.push([...(marks.match(/[.#][\w-]+/g) ?? []), ...(name ? [name.toLowerCase()] : [])]);
  }
  return parts;
}

/** A page that arranges its tables in tables is not nested deeper. */
const mostAround = 100;

function standsIn(element: PageElement, around: readonly (readonly string[])[]): boolean {
  let left = around.length;
  let parent = element.parentNode;
  for (let depth = 0; left > 0 && parent && 'tagName' in parent && depth < mostAround; depth += 1) {
    const keys = keysOf(parent);
    if (around[left - 1]?.every((mark) => keys.includes(mark))) left -= 1;
    parent = parent.parentNode;
  }
  return left === 0;
}

function keysOf(element: PageElement): string[] {
  const classes = (attributeOf(element, 'class') ?? '').split(/\s+/).filter(Boolean);
  const id = attributeOf(element, 'id');
  return [element.tagName, ...classes.map((name) => `.${name}`), ...(id ? [`#${id}`] : [])];
}

function plainRules(text: string): RegExpMatchArray[] {
  const bare = text
    .replace(/\/\*[^]*?\*\/|<!--|-->/g, '')
    .replace(mediaRule, (_, at: string, query: string, rules: string) =>
      isOnScreen(at, query) ? rules : '',
    );
  return [...bare.matchAll(rule)];
}

function isOnScreen(at: string, query: string): boolean {
  if (!/^media$/i.test(at) || /\bnot\b|max-(?:device-)?width|prefers|orientation/i.test(query)) return false;
  const widths = [...query.matchAll(/min-(?:device-)?width\s*:\s*(\d+)px/gi)].map(([, width]) =>
    Number(width),
  );
  return (
    (/\b(?:screen|all)\b/i.test(query) || widths.length > 0) && widths.every((width) => width <= screenWidth)
  );
}
