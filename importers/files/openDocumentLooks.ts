/** How the text of a style is written. `plain` says in so many words that it is not struck out. */
export type Manner = 'struck' | 'raised' | 'lowered' | 'plain';

/** The styles of a family of an OpenDocument's part that say how text is written, by their names. */
export function mannersIn(content: string, family: 'text' | 'table-cell'): ReadonlyMap<string, Manner> {
  const manners = new Map<string, Manner>();
  // A style without properties of its own ends with its tag.
  const opening = /<style:style\b([^<>]*[^<>/])>/g;
  for (let tag = opening.exec(content); tag; tag = opening.exec(content)) {
    const end = content.indexOf('</style:style>', opening.lastIndex);
    if (end < 0) break;
    const [, attributes = ''] = tag;
    const manner = mannerOf(content.slice(opening.lastIndex, end));
    opening.lastIndex = end;
    const name = /style:name="([^"]+)"/.exec(attributes)?.[1];
    if (name !== undefined && manner && attributes.includes(`style:family="${family}"`))
      manners.set(name, manner);
  }
  return manners;
}

function mannerOf(properties: string): Manner | null {
  const line = /text-line-through-(?:type|style)="(\w+)"/.exec(properties)?.[1];
  const position = /text-position="(super|sub|-?\d+)/.exec(properties)?.[1] ?? '0';
  if (line !== undefined && line !== 'none') return 'struck';
  if (position === 'super' || Number(position) > 0) return 'raised';
  if (position === 'sub' || Number(position) < 0) return 'lowered';
  return line === 'none' ? 'plain' : null;
}
