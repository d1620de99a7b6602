import type { Instead } from './KnownLists.js';
import { sprmsOf, type Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

const inData = [0x6645, 0x6646, 0x646b];

/** What is too long for its page stands in the data stream: the properties of a row with many cells. */
export function fromData(data: Stream | null, wanted: ReadonlySet<number>): Instead {
  return {
    codes: data ? inData : [],
    of: (sprms) =>
      sprms.flatMap((sprm) => {
        if (!data || !inData.includes(sprm.code)) return [sprm];
        const there = sprm.operand.u32(0);
        return sprmsOf(data.part(there + 2, data.u16(there)), wanted);
      }),
  };
}

const named = 0x4a30;

/** What the style says that a list names; what the list says itself comes on top of it. */
export function fromStyles(styleOf: (style: number) => readonly Sprm[]): Instead {
  return {
    codes: [named],
    of: (sprms) => {
      const styles = sprms.filter(({ code }) => code === named);
      if (styles.length === 0) return sprms;
      const own = sprms.filter(({ code }) => code !== named);
      return [...styles.flatMap(({ operand }) => styleOf(operand.u16(0))), ...own];
    },
  };
}
