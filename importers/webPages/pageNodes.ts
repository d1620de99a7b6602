import type { DefaultTreeAdapterTypes } from 'parse5';

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

export function isElement(node: PageNode): node is PageElement {
  return 'tagName' in node;
}

export function textOfNode(node: PageNode): string | null {
  return node.nodeName === '#text' && 'value' in node ? node.value : null;
}

/** An attribute as written; undefined when the element has none of that name. */
export function attributeOf(element: PageElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export interface Visitor {
  /** false: what is inside is passed over, and `leave` is not called. */
  enter(node: PageNode): boolean;
  leave(element: PageElement): void;
}

/** Everything inside an element in the order of the page. Pages may be nested deeper than a program's stack. */
export function walk(root: Parent, { enter, leave }: Visitor): void {
  const open: {
    readonly element: PageElement | null;
    readonly children: readonly PageNode[];
    next: number;
  }[] = [{ element: null, children: root.childNodes, next: 0 }];
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const node = last.children[last.next];
    last.next += 1;
    if (!node) {
      open.pop();
      if (last.element) leave(last.element);
    } else if (enter(node) && isElement(node))
      open.push({ element: node, children: node.childNodes, next: 0 });
  }
}

/** The elements of these names inside a root; none inside one of those found. */
export function outermost(root: Parent, names: ReadonlySet<string>): PageElement[] {
  const found: PageElement[] = [];
  walk(root, {
    enter: (node) => {
      if (!isElement(node) || !names.has(node.tagName)) return true;
      found.push(node);
      return false;
    },
    leave: () => undefined,
  });
  return found;
}
