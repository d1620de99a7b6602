import { ink, paper, type CellLook, type TextLook } from '../../reading/textLook.js';

/** The styles of an OpenDocument, as far as they decide what a person sees of a text. */
export interface OpenDocumentLooks {
  /** How the cells of a style look. */
  cell(style: string | undefined): CellLook;
  /** How a piece of a cell's text looks. */
  span(style: string | undefined, cell: CellLook): TextLook;
  /** No text looks so in any cell that it is not seen. */
  readonly isNeeded: boolean;
}

interface Style {
  readonly parent: string | undefined;
  readonly look: TextLook;
  readonly ground: string | null | undefined;
}

type Family = 'text' | 'table-cell';

const mostParents = 20;
/** What may leave a text out: without any of it nothing has to be looked for. */
const marks =
  /text:display="none"|text-line-through-(?:type|style)="(?!none)|text-position="(?!0)|fo:color="#(?:[ef][\da-f]){3}|fo:background-color="#(?!ffffff)|fo:font-size="[0-2](?:\.\d+)?pt/i;

/** By all parts that hold styles; those of the content come last. */
export function openDocumentLooks(parts: readonly string[]): OpenDocumentLooks {
  const styles = { text: new Map<string, Style>(), 'table-cell': new Map<string, Style>() };
  for (const part of parts) addStyles(part, styles);
  const looks = (family: Family, name: string | undefined): readonly Style[] => {
    const found: Style[] = [];
    let style = styles[family].get(name ?? 'Default');
    while (style && found.length < mostParents) {
      found.unshift(style);
      style = style.parent === undefined ? undefined : styles[family].get(style.parent);
    }
    return found;
  };
  const known = new Map<string | undefined, CellLook>();
  return {
    cell: (style) => {
      const before = known.get(style);
      if (before) return before;
      const all = looks('table-cell', style);
      const ground = all.findLast((each) => each.ground !== undefined)?.ground;
      const look = { font: joined(all), ground: ground === undefined ? paper : ground };
      known.set(style, look);
      return look;
    },
    span: (style, { font }) => ({ ...font, ...joined(looks('text', style)) }),
    isNeeded: parts.some((part) => marks.test(part)),
  };
}

function joined(styles: readonly Style[]): TextLook {
  return styles.reduce<TextLook>((look, style) => ({ ...look, ...style.look }), {});
}

function addStyles(part: string, styles: Readonly<Record<Family, Map<string, Style>>>): void {
  // A style without properties of its own ends with its tag.
  const opening = /<style:(?:default-)?style\b([^<>]*?)(\/?)>/g;
  for (let tag = opening.exec(part); tag; tag = opening.exec(part)) {
    const [whole, attributes = '', empty] = tag;
    const close = empty === '' ? part.indexOf(closing(whole), opening.lastIndex) : opening.lastIndex;
    if (close < 0) break;
    const family = /style:family="(text|table-cell)"/.exec(attributes)?.[1];
    if (family !== 'text' && family !== 'table-cell') continue;
    const name = /style:name="([^"]+)"/.exec(attributes)?.[1] ?? defaultOf(family);
    const parent = /style:parent-style-name="([^"]+)"/.exec(attributes)?.[1];
    const properties = part.slice(opening.lastIndex, close);
    opening.lastIndex = close;
    styles[family].set(name, {
      parent: parent ?? (whole.startsWith('<style:default') ? undefined : defaultOf(family)),
      look: lookIn(properties),
      ground: family === 'table-cell' ? groundIn(properties) : undefined,
    });
  }
}

function closing(opening: string): string {
  return opening.startsWith('<style:default') ? '</style:default-style>' : '</style:style>';
}

/** What a style is based on that names no other. */
function defaultOf(family: Family): string {
  return `default of ${family}`;
}

function lookIn(properties: string): TextLook {
  const line = /text-line-through-(?:type|style)="(\w+)"/.exec(properties)?.[1];
  const position = /text-position="(super|sub|-?\d+)/.exec(properties)?.[1];
  const colour = /fo:color="(#[\da-f]{6}|transparent)"/i.exec(properties)?.[1];
  const size = /fo:font-size="([\d.]+)pt"/.exec(properties)?.[1];
  return {
    ...(line !== undefined && { struck: line !== 'none' }),
    ...(position !== undefined && raisedBy(position)),
    ...(colour !== undefined && { colour: colour.slice(1).toLowerCase() }),
    // LibreOffice says so of text in the colour of the system.
    ...(/use-window-font-color="true"/.test(properties) && { colour: ink }),
    ...(size !== undefined && { size: Number(size) }),
    ...(/text:display="none"/.test(properties) && { size: 0 }),
  };
}

function raisedBy(position: string): TextLook {
  if (position === 'super' || Number(position) > 0) return { raised: 'superscript' };
  return position === 'sub' || Number(position) < 0 ? { raised: 'subscript' } : { raised: undefined };
}

function groundIn(properties: string): string | undefined {
  const colour = /fo:background-color="(#[\da-f]{6}|transparent)"/i.exec(properties)?.[1];
  return colour === 'transparent' ? paper : colour?.slice(1).toLowerCase();
}
