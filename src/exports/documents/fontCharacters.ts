/** The characters an OpenType font can draw, read from its `cmap` table (formats 4 and 12). */
export function fontCharacters(font: Buffer): ReadonlySet<number> {
  const start = tableStart(font, 'cmap');
  const found = new Set<number>();
  const count = font.readUInt16BE(start + 2);
  for (let index = 0; index < count; index += 1) {
    const at = start + font.readUInt32BE(start + 4 + index * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 12) addGroups(font, at, found);
    if (format === 4) addSegments(font, at, found);
  }
  return found;
}

function tableStart(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

/** Groups of characters one behind the other, as 32-bit numbers. */
function addGroups(font: Buffer, at: number, found: Set<number>): void {
  const count = font.readUInt32BE(at + 12);
  for (let index = 0; index < count; index += 1) {
    const group = at + 16 + index * 12;
    const [first, last] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
    for (let code = first; code <= last; code += 1) found.add(code);
  }
}

/** Segments of the basic plane; a segment that points into the glyph array may leave characters out. */
function addSegments(font: Buffer, at: number, found: Set<number>): void {
  const size = font.readUInt16BE(at + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size];
  for (let index = 0; index < size; index += 2) {
    const [first, last] = [font.readUInt16BE(at + starts + index), font.readUInt16BE(at + ends + index)];
    const delta = font.readUInt16BE(at + deltas + index);
    const offset = font.readUInt16BE(at + offsets + index);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyph =
        offset === 0
          ? (code + delta) % 0x10000
          : font.readUInt16BE(at + offsets + index + offset + (code - first) * 2);
      if (glyph !== 0) found.add(code);
    }
  }
}
