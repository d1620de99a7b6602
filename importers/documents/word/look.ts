import { attribute, childOf, type XmlElement } from './xml.js';

/** How a run of text looks, as far as that decides whether it is there. undefined: as what it is based on. */
export interface Look {
  readonly hidden?: boolean;
  readonly struck?: boolean;
  readonly doubleStruck?: boolean;
  /** As superscript or subscript. */
  readonly raised?: boolean;
  /** Moved up or down from its line, in half-points. */
  readonly position?: number;
  /** In half-points. */
  readonly size?: number;
  readonly white?: boolean;
  readonly shaded?: boolean;
}

/** What run properties say, over what they are based on. */
export function lookOf(properties: XmlElement | undefined, base: Look): Look {
  if (!properties) return base;
  let look = base;
  for (const child of properties.children) {
    if (typeof child === 'string') continue;
    const more = partOf(child);
    if (more) look = { ...look, ...more };
  }
  return look;
}

function partOf(property: XmlElement): Look | undefined {
  switch (property.name) {
    case 'w:vanish':
    case 'w:specVanish':
      return { hidden: isOn(property) };
    case 'w:strike':
      return { struck: isOn(property) };
    case 'w:dstrike':
      return { doubleStruck: isOn(property) };
    case 'w:vertAlign':
      return { raised: /^(super|sub)script$/.test(attribute(property, 'val') ?? '') };
    case 'w:position':
      return { position: Number(attribute(property, 'val') ?? 0) || 0 };
    case 'w:sz':
      return { size: Number(attribute(property, 'val') ?? 0) || undefined };
    case 'w:color':
      return { white: /^f{6}$/i.test(attribute(property, 'val') ?? '') };
    case 'w:shd':
      return { shaded: isShaded(property) };
    case 'w:highlight':
      return { shaded: true };
    default:
      return undefined;
  }
}

/** A property without a value is on. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !/^(0|false|off)$/i.test(attribute(property, 'val') ?? '');
}

export function isShaded(shading: XmlElement | undefined): boolean {
  if (!shading) return false;
  const fill = attribute(shading, 'fill') ?? 'auto';
  const pattern = attribute(shading, 'val') ?? 'clear';
  return !/^(auto|f{6})$/i.test(fill) || !/^(clear|nil)$/i.test(pattern);
}

/** Of a size this much smaller than its paragraph's, text that is moved up is a mark of a note. */
const smaller = 0.8;

/** Moved by so much of a line, it is one at any size. */
const farther = 0.3;

/** A mark of a note: a superscript, a subscript, or moved up by hand, small or far. */
export function isRaised({ raised, position = 0, size }: Look, usual: number): boolean {
  const isSmall = size !== undefined && size <= smaller * usual;
  return raised === true || (position !== 0 && (isSmall || Math.abs(position) >= farther * usual));
}

/** In half-points: smaller text nobody sees. */
const tiniest = 4;

/** What nobody sees: hidden, white on white, or of no size. */
export function isUnseen({ hidden, white, shaded, size }: Look, isOnShade = false): boolean {
  return (
    hidden === true || (white === true && !shaded && !isOnShade) || (size !== undefined && size <= tiniest)
  );
}

/** Looks by the id of a style, each over what it is based on. */
export class Styles {
  private readonly looks = new Map<string, Look>();
  private readonly styles = new Map<string, XmlElement>();
  private readonly shadedTables = new Set<string>();
  readonly usual: Look;

  constructor(part: XmlElement | null) {
    const defaults = childOf(part ?? undefined, 'w:docDefaults');
    const standard = lookOf(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'), { size: 20 });
    let normal: XmlElement | undefined;
    for (const style of part?.children ?? []) {
      if (typeof style === 'string' || style.name !== 'w:style') continue;
      const id = attribute(style, 'styleId');
      if (id === null) continue;
      this.styles.set(id, style);
      const type = attribute(style, 'type');
      if (type === 'paragraph' && /^(1|true|on)$/.test(attribute(style, 'default') ?? '')) normal = style;
      if (type === 'table' && hasShading(style)) this.shadedTables.add(id);
    }
    this.usual = normal ? lookOf(childOf(normal, 'w:rPr'), standard) : standard;
  }

  /** What the style named by a property adds to a look. */
  over(base: Look, named: XmlElement | undefined): Look {
    const id = named && attribute(named, 'val');
    return id ? { ...base, ...this.look(id, 0) } : base;
  }

  shadesTable(named: XmlElement | undefined): boolean {
    return this.shadedTables.has((named && attribute(named, 'val')) ?? '');
  }

  private look(id: string, depth: number): Look {
    const known = this.looks.get(id);
    const style = this.styles.get(id);
    if (known || !style || depth > 20) return known ?? {};
    const parent = childOf(style, 'w:basedOn');
    const parentId = parent && attribute(parent, 'val');
    const look = lookOf(childOf(style, 'w:rPr'), parentId ? this.look(parentId, depth + 1) : {});
    this.looks.set(id, look);
    return look;
  }
}

function hasShading(element: XmlElement): boolean {
  return element.children.some(
    (child) => typeof child !== 'string' && (child.name === 'w:shd' ? isShaded(child) : hasShading(child)),
  );
}
