type Child = Node | string | null;

interface Attributes {
  readonly [name: string]: string | boolean | undefined;
}

/** A new element. Text becomes text nodes, never markup; `false` and undefined attributes are left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(attribute, value === true ? '' : value);
  made.append(...children.filter((child): child is Node | string => child !== null));
  return made;
}

/** Replaces what an element holds. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.textContent = '';
  parent.append(...children.filter((child): child is Node | string => child !== null));
}

/** An element of the page that must be there. */
export function find<Kind extends Element>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${kind.name} #${id}`);
}
