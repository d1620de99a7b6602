import { Arg, Int } from 'type-graphql';

type Argument = ReturnType<typeof Arg>;

/** `first`: how many items of a list. */
export function First(usual: number): Argument {
  return Arg('first', () => Int, {
    nullable: true,
    defaultValue: usual,
    description: '最多取多少条，1 至 200',
  });
}

/** `after`: behind which item the page begins. */
export function After(): Argument {
  return Arg('after', () => String, { nullable: true, description: '从这个游标之后取起；取第一页时不填' });
}
