import { isElement, walk, type PageElement } from './pageNodes.js';

interface Counted {
  readonly table: PageElement;
  /** Cells of the table itself, and those of them that hold a table. */
  own: number;
  holding: number;
  /** Cells of the tables inside. */
  inner: number;
}

/**
 * The tables that only arrange a page: those inside them have more cells than they themselves. A small table
 * inside a cell of a data table is the text of that cell.
 */
export function layoutTables(page: Parameters<typeof walk>[0]): ReadonlySet<PageElement> {
  const layout = new Set<PageElement>();
  const open: Counted[] = [];
  walk(page, {
    enter: (node) => {
      if (!isElement(node)) return 'childNodes' in node;
      const last = open.at(-1);
      if (node.tagName === 'table') {
        if (last) last.holding += 1;
        open.push({ table: node, own: 0, holding: 0, inner: 0 });
      } else if (last && (node.tagName === 'td' || node.tagName === 'th')) last.own += 1;
      return true;
    },
    leave: (element) => {
      if (element.tagName !== 'table') return;
      const closed = open.pop();
      if (!closed) return;
      if (closed.inner > Math.max(0, closed.own - closed.holding)) layout.add(closed.table);
      const outer = open.at(-1);
      if (outer) outer.inner += closed.own + closed.inner;
    },
  });
  return layout;
}
