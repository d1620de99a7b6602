import { Arg, Args, ArgsType, Field, Int, type ClassType } from 'type-graphql';

type Argument = ReturnType<typeof Arg>;

/** Which piece of a list is asked for. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

const pages = new Map<number, ClassType<PageArguments>>();

/** The arguments of every list that is read page by page; `usual` is how long a page is when nothing is said. */
export function PageAsked(usual: number): Argument {
  const known = pages.get(usual) ?? pageArguments(usual);
  pages.set(usual, known);
  return Args(() => known);
}

function pageArguments(usual: number): ClassType<PageArguments> {
  // The schema shows arguments from the last to the first that is written here.
  @ArgsType()
  class Asked implements PageArguments {
    @Field(() => String, { nullable: true, description: '到这个游标之前为止；取最后一页时不填' })
    before?: string | null;

    @Field(() => Int, { nullable: true, description: '改取最后多少条，1 至 200；填了它就不填 first' })
    last?: number | null;

    @Field(() => String, { nullable: true, description: '从这个游标之后取起；取第一页时不填' })
    after?: string | null;

    @Field(() => Int, { nullable: true, defaultValue: usual, description: '最多取多少条，1 至 200' })
    first?: number | null;
  }
  return Asked;
}

/** `first`: how many items of a list. */
export function First(usual: number): Argument {
  return Arg('first', () => Int, {
    nullable: true,
    defaultValue: usual,
    description: '最多取多少条，1 至 200',
  });
}

/** The version somebody saw: nobody changes or hands on what they have not seen. */
export function ExpectedVersion() {
  return Arg('expectedVersion', () => Int, { description: '所依据的版本；已被别人改动时不保存' });
}

export function Reason(description: string) {
  return Arg('reason', () => String, { description });
}

/** A preview answers what a change would do and stores nothing. */
export function Preview() {
  return Arg('preview', () => Boolean, {
    nullable: true,
    defaultValue: false,
    description: '只预览：消除和新出现哪些核对结果，不保存',
  });
}
