import type { Page, PageRequest } from '../../src/filing/lists/page.js';
import { Refusal } from '../../src/filing/refusal.js';
import type { Connection } from './connection.js';

const longestPage = 200;

export interface PageArguments {
  readonly first: number | null;
  readonly after: string | null;
}

/** The page asked for, if it may be asked for. */
export function pageRequest({ first, after }: PageArguments, usual: number): PageRequest {
  const size = first ?? usual;
  if (size < 1 || size > longestPage)
    throw new Refusal('INVALID_REQUEST', `first 应在 1 至 ${longestPage} 之间，现在是 ${size}。`, ['first']);
  return { first: size, after };
}

/** A page of a list as Relay clients expect it. */
export function toConnection<Item, Node>(
  { items, hasNextPage, countAll }: Page<Item>,
  { after }: PageRequest,
  show: (item: Item) => Node,
): Connection<Node> {
  const edges = items.map(({ cursor, item }) => ({ cursor, node: show(item) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage: after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: countAll,
  };
}
