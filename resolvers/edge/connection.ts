import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import type { Page, PageRequest } from '../../src/filing/lists/page.js';
import { once } from '../../src/once.js';
import { Refusal } from '../../src/filing/refusal.js';
import type { PageArguments } from './arguments.js';

@ObjectType({ description: '翻页信息', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: '后面还有没有' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: '前面还有没有' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: '本页第一条的游标；作为 before 可取上一页' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: '本页最后一条的游标；作为 after 可取下一页' })
  endCursor!: string | null;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<Node> {
  edges: Edge<Node>[];
  nodes: Node[];
  pageInfo: PageInfo;
  /** Counted only when asked for. */
  totalCount: () => Promise<number>;
}

/** The GraphQL types of a list that is read page by page. */
export function connectionOf<Node extends object>(
  name: string,
  words: string,
  node: () => ClassType<Node>,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `${words}：带游标的一条`, simpleResolvers: true })
  class NodeEdge implements Edge<Node> {
    @Field(() => String, { description: '游标，不必理解其内容' })
    cursor!: string;

    @Field(node, { description: words })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `${words}的一页`, simpleResolvers: true })
  class NodeConnection implements Connection<Node> {
    @Field(() => [NodeEdge], { description: '带游标的各条' })
    edges!: NodeEdge[];

    @Field(() => [node()], { description: '各条' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: '翻页信息' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: '符合条件的总数' })
    totalCount!: () => Promise<number>;
  }
  return NodeConnection;
}

const longestPage = 200;

/** The page asked for, if it may be asked for. `usual` is how long it is when nothing was said. */
export function pageRequest(asked: PageArguments, usual: number): PageRequest {
  const { first = null, after, last, before } = asked;
  if (last == null) return { first: pageSize('first', first ?? usual), after, before };
  if (first !== null && first !== usual)
    throw new Refusal('INVALID_REQUEST', 'first 和 last 只能填一个：前几条，或后几条。', ['last']);
  return { first: pageSize('last', last), after, before, isFromEnd: true };
}

/** How many items may be asked for at once. */
export function pageSize(argument: 'first' | 'last', size: number): number {
  if (size >= 1 && size <= longestPage) return size;
  throw new Refusal('INVALID_REQUEST', `${argument} 应在 1 至 ${longestPage} 之间，现在是 ${size}。`, [
    argument,
  ]);
}

/** A page of a list as Relay clients expect it. */
export function toConnection<Item, Node>(
  { items, hasNextPage, hasPreviousPage, countAll }: Page<Item>,
  show: (item: Item) => Node,
): Connection<Node> {
  const nodes = once(() => items.map(({ item }) => show(item)));
  return {
    get edges() {
      return nodes().map((node, index) => ({ cursor: items[index]?.cursor ?? '', node }));
    },
    get nodes() {
      return nodes();
    },
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      get startCursor() {
        return items[0]?.cursor ?? null;
      },
      get endCursor() {
        return items.at(-1)?.cursor ?? null;
      },
    },
    totalCount: countAll,
  };
}
