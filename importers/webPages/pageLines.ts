/** Collects the text of a page outside of its tables, a line for each paragraph. */
export interface PageLines {
  add(text: string): void;
  enter(isBlock: boolean, isLink: boolean): void;
  leave(isBlock: boolean, isLink: boolean): void;
  /** The lines since the last call. */
  take(): string[];
}

/** A line of nothing but links leads elsewhere, to the reports of other years for one. */
export function pageLines(): PageLines {
  let lines: string[] = [];
  let line = '';
  let linked = '';
  let links = 0;
  const bare = (text: string) => text.replace(/[\s\p{P}\p{S}]/gu, '');
  const end = () => {
    const text = line.trim();
    if (text !== '' && !(linked !== '' && bare(linked) === bare(line))) lines.push(text);
    line = '';
    linked = '';
  };
  return {
    add: (text) => {
      const plain = text.replace(/[ \t\r\n\f]+/g, ' ');
      line += plain;
      if (links > 0) linked += plain;
    },
    enter: (isBlock, isLink) => {
      if (isBlock) end();
      if (isLink) links += 1;
    },
    leave: (isBlock, isLink) => {
      if (isBlock) end();
      if (isLink) links -= 1;
    },
    take: () => {
      end();
      const taken = lines;
      lines = [];
      return taken;
    },
  };
}
