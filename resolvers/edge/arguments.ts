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
