import { Field, ObjectType } from 'type-graphql';
import { Refusal } from '../../src/filing/refusal.js';

@ObjectType({ description: '可以预料的失败：什么不对、在哪里、怎么办', simpleResolvers: true })
export class UserError {
  @Field(() => String, { description: '代码，含义见错误目录，例如 VERSION_CONFLICT' })
  code!: string;

  @Field(() => [String], { description: '出错的参数，例如 ["changes", "0", "value"]' })
  path!: string[];

  @Field(() => String, { description: '中文说明' })
  message!: string;
}

/**
 * Runs a mutation; an expected failure becomes part of the answer, anything else is thrown on. `prefix` is
 * the argument that holds what the refused function was given.
 */
export async function orUserErrors<Payload>(
  work: () => Promise<Payload>,
  failed: (userErrors: UserError[]) => Payload,
  prefix: readonly string[] = [],
): Promise<Payload> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'UNAUTHENTICATED') throw error;
    return failed(userErrorsOf(error, prefix));
  }
}

/** Everything that was refused, as it is shown. */
export function userErrorsOf(refusal: Refusal, prefix: readonly string[] = []): UserError[] {
  return refusal.all.map((each) => userErrorOf(each, prefix));
}

/** One of them; also what was done, but should be looked at again. */
export function userErrorOf({ code, path, message }: Refusal, prefix: readonly string[] = []): UserError {
  return { code, path: [...prefix, ...path], message };
}
