import { type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: '翻页信息', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: '后面还有没有' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: '前面还有没有' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: '本页第一条的游标' })
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
