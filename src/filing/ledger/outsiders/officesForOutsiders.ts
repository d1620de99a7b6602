import type { StatisticGroup } from '../StatisticGroup.js';
import { hiddenWith, untilSettled } from './hiding.js';
import { countOf, oneMoreOutcome, quantitiesOf, withoutThose, type Quantity } from './quantities.js';
import { isTooFew, withheld } from './withheld.js';

/** The cases of an office by itself. */
export interface OfficeGroup extends StatisticGroup {
  /** The path of its agency: those above it are its beginnings. */
  readonly path: string;
}

/** What outsiders may see of some offices and of everything below any agency of the tree. */
export interface OpenOffices {
  /** An agency and those below it, each by itself. */
  officesBelow(path: string): readonly StatisticGroup[];
  /** The numbers of an agency and everything below it. */
  whole(path: string, all: StatisticGroup): StatisticGroup;
}

/** An agency with what it keeps itself and those below it that keep something. */
interface Node {
  readonly path: string;
  readonly own: OfficeGroup | null;
  readonly children: readonly Node[];
}

const ownOf = (path: string): string => `own ${path}`;
const allOf = (path: string): string => `all ${path}`;

/**
 * Decides for a whole tree at once, so that nobody who asks for an agency and for those below it can take one answer
 * from the other. An agency is told with everything below it when those above it are; of what stands side by side
 * below one agency, enough is left out. What is below an agency that is not told is not told either.
 */
export function officesForOutsiders(offices: readonly OfficeGroup[], top: string): OpenOffices {
  const tree = nodeOf(top, offices);
  const hidden = new Map<Quantity, Set<string>>();
  const isHidden = (quantity: Quantity, item: string) => hidden.get(quantity)?.has(item) ?? false;
  const quantities = quantitiesOf(offices);
  const items = [...itemsOf(tree)];
  untilSettled(hidden, () => {
    for (const quantity of quantities)
      hidden.set(quantity, hiddenIn(tree, quantity, hiddenWith(hidden, quantity)));
    for (const { item, group } of items) {
      const more = oneMoreOutcome(group, (quantity) => isHidden(quantity, item));
      if (more !== null) hidden.get(more)?.add(item);
    }
  });
  return {
    officesBelow: (root) =>
      offices
        .filter(({ path }) => path.startsWith(root))
        .map(({ path, ...group }) => withoutThose(group, (quantity) => isHidden(quantity, ownOf(path)))),
    whole: (path, all) => withoutThose(all, (quantity) => isHidden(quantity, allOf(nearest(tree, path)))),
  };
}

function nodeOf(path: string, offices: readonly OfficeGroup[]): Node {
  const below = new Map<string, OfficeGroup[]>();
  for (const office of offices) {
    if (office.path === path) continue;
    const child = office.path.slice(0, office.path.indexOf('/', path.length) + 1);
    below.set(child, [...(below.get(child) ?? []), office]);
  }
  return {
    path,
    own: offices.find((office) => office.path === path) ?? null,
    children: [...below].map(([child, some]) => nodeOf(child, some)),
  };
}

/** An agency as it stands in the tree, which has only those that keep cases or stand above such. */
function nearest(node: Node, path: string): string {
  const child = node.children.find((each) => path.startsWith(each.path));
  return child && path !== node.path ? nearest(child, path) : node.path;
}

function countIn({ own, children }: Node, quantity: Quantity): number {
  return children.reduce((sum, child) => sum + countIn(child, quantity), own ? countOf(own, quantity) : 0);
}

function hiddenIn(tree: Node, quantity: Quantity, already: ReadonlySet<string>): Set<string> {
  const hidden = new Set(already);
  const visit = (node: Node, isTold: boolean): void => {
    const items = [
      ...(node.own ? [{ item: ownOf(node.path), count: countOf(node.own, quantity) }] : []),
      ...node.children.map((child) => ({ item: allOf(child.path), count: countIn(child, quantity) })),
    ];
    const before = new Set(items.flatMap(({ item }, index) => (hidden.has(item) ? [index] : [])));
    const out = withheld(
      items.map(({ count }) => count),
      before,
    );
    items.forEach(({ item, count }, index) => {
      if (count > 0 && (!isTold || out.has(index))) hidden.add(item);
    });
    for (const child of node.children) visit(child, isTold && !hidden.has(allOf(child.path)));
  };
  if (isTooFew(countIn(tree, quantity))) hidden.add(allOf(tree.path));
  visit(tree, !hidden.has(allOf(tree.path)));
  return hidden;
}

/** Everything that can be told: each office by itself, and each agency with all below it. */
function* itemsOf(node: Node): Generator<{ item: string; group: StatisticGroup }> {
  if (node.own) yield { item: ownOf(node.path), group: node.own };
  yield { item: allOf(node.path), group: together(node) };
  for (const child of node.children) yield* itemsOf(child);
}

function together(node: Node): StatisticGroup {
  const outcomes = new Map<string, number>();
  const add = ({ own, children }: Node): void => {
    for (const { outcome, cases } of own?.outcomes ?? [])
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + cases);
    children.forEach(add);
  };
  add(node);
  return {
    ...{ key: node.path, label: '', medianDays: null, ninetiethDays: null },
    cases: countIn(node, 'cases'),
    answered: countIn(node, 'answered'),
    extended: countIn(node, 'extended'),
    outcomes: [...outcomes].map(([outcome, cases]) => ({ outcome, cases })),
  };
}
