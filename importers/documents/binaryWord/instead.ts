import { KnownLists, type Instead } from './KnownLists.js';
import { inData, namedStyle, type Codes, type Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

const nothing: Instead = (sprms) => sprms;

/**
 * What is too long for its page stands in the data stream: the properties of a row with many cells. Each row has
 * its own there, mostly the same as those of the row before.
 */
export function fromData(data: Stream | null, wanted: Codes): Instead {
  if (!data) return nothing;
  const lists = new KnownLists<readonly Sprm[]>(data, nothing, wanted, (sprms) => sprms);
  const listAt = (place: number): readonly Sprm[] => lists.at(place + 2, data.u16(place)).meaning;
  return (sprms) => {
    const [first] = sprms;
    if (sprms.length === 1 && first && inData.includes(first.code)) return listAt(first.operand.u32(0));
    if (!sprms.some(({ code }) => inData.includes(code))) return sprms;
    return sprms.flatMap((sprm) => (inData.includes(sprm.code) ? listAt(sprm.operand.u32(0)) : [sprm]));
  };
}

/** What the style says that a list names; what the list says itself comes on top of it. */
export function fromStyles(styleOf: (style: number) => readonly Sprm[]): Instead {
  return (sprms) => {
    if (!sprms.some(({ code }) => code === namedStyle)) return sprms;
    const styles = sprms.filter(({ code }) => code === namedStyle);
    const own = sprms.filter(({ code }) => code !== namedStyle);
    return [...styles.flatMap(({ operand }) => styleOf(operand.u16(0))), ...own];
  };
}
