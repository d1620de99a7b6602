import { Field, ID, InterfaceType } from 'type-graphql';

/** What has one identity everywhere. The name of a form, of a table or of a row is none: that is a key. */
@InterfaceType({
  description: '有编号的事物：同一类型中编号各不相同，也不改变。可用 node、nodes 按编号查询',
  resolveType: ({ __typename }: { readonly __typename: string }) => __typename,
})
export abstract class Node {
  @Field(() => ID, { description: '编号，不必理解其内容' })
  id!: string;
}
