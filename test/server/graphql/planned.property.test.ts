import * as fc from 'fast-check';
import {
  buildSchema,
  execute,
  GraphQLError,
  isObjectType,
  Kind,
  parse,
  validate,
  type ExecutionArgs,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { executePlanned } from '../../../src/server/graphql/planned/executePlanned.js';

const schema = buildSchema(`
  type Query { one(id: Int = 1, words: [String!]): Thing  sure: Thing!  many: [Thing!]  some: [Thing]!  lists: [[Int!]] }
  type Thing { name: String!  size: Int  kind: Kind  twin: Thing  surely: Thing!  parts(first: Int = 2): [Thing!]!  numbers: [Int] }
  enum Kind { LARGE SMALL }
`);

/** What a field may come to: there, to come, missing, of another type, or failing in either way. */
const outcomes = [
  (value: unknown) => value,
  (value: unknown) => Promise.resolve(value),
  (value: unknown) => new Promise((resolve) => setImmediate(resolve, value)),
  () => null,
  () => Promise.resolve(undefined),
  () => 'neither',
  () => new Error('an error as a value'),
  () => {
    throw new GraphQLError('refused', { extensions: { code: 'REFUSED' } });
  },
  () => Promise.reject(new Error('failed')),
];

const values: Readonly<Record<string, unknown>> = {
  ...{
    one: {},
    sure: {},
    many: [{}, {}],
    some: [{}, null, {}],
    lists: [[1, 2], null, ['no']],
  },
  ...{
    name: '甲',
    size: 3,
    kind: 'LARGE',
    twin: {},
    surely: {},
    parts: [{}, {}],
    numbers: [1, 'x'],
  },
};

/** The fields of the schema come to what their number says; most come to what they should. */
function resolveBy(choices: readonly number[]): void {
  let index = 0;
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__'))
      for (const field of Object.values(type.getFields())) {
        const outcome = outcomes[choices[index++ % choices.length] ?? 0] ?? outcomes[0];
        field.resolve = (_source, given, seen: string[], info) => {
          seen.push(`${info.fieldName} ${JSON.stringify(given)} ${pathOf(info.path)}`);
          return outcome?.(values[field.name]);
        };
      }
}

function pathOf(path: { prev: unknown; key: string | number; typename?: string } | undefined): string {
  return path ? `${pathOf(path.prev as typeof path)}/${path.typename ?? ''}.${path.key}` : '';
}

/** Whether something is to come. */
function isTimed(choices: readonly number[]): boolean {
  return choices.some((choice) => [1, 2, 4, 8].includes(choice));
}

const leaf = fc.constantFrom('name', 'size', 'kind', 'numbers', '__typename', 'again: name', 'more: size');

const { things } = fc.letrec<{ things: string }>((tie) => ({
  things: fc.oneof(
    { maxDepth: 3 },
    fc.array(leaf, { minLength: 1, maxLength: 3 }).map((fields) => fields.join(' ')),
    fc
      .tuple(
        fc.constantFrom('twin', 'surely', 'parts', 'parts(first: $first)', '... on Thing', 'other: twin'),
        tie('things'),
        tie('things'),
      )
      .map(([name, below, beside]) => `${name} { ${below} } ${beside} ...Shared`),
  ),
}));

const roots = fc
  .array(
    fc.oneof(
      fc.constantFrom('lists', '__typename'),
      fc
        .tuple(
          fc.constantFrom('one', 'one(id: $first, words: ["a"])', 'sure', 'many', 'some', 'x: many'),
          things,
        )
        .map(([name, below]) => `${name} { ${below} }`),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(
    (fields) =>
      `query ($first: Int = 4) { ${fields.join(' ')} } fragment Shared on Thing { size twin { kind } }`,
  );

async function bothAnswers(text: string, variableValues: Record<string, unknown>) {
  const document = parse(text);
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error('no operation');
  const answer = async (ask: (asked: ExecutionArgs) => unknown) => {
    const seen: string[] = [];
    const asked = { schema, document, contextValue: seen, variableValues };
    const shown = JSON.parse(JSON.stringify(await ask(asked))) as ExecutionResult;
    // What goes on below a place that is null by now is nobody's business.
    return { shown, seen: shown.errors ? null : seen.sort() };
  };
  return {
    planned: await answer((asked) => executePlanned(operation, asked)),
    again: await answer((asked) => executePlanned(operation, asked)),
    expected: await answer(execute),
  };
}

describe('a planned query', () => {
  it('is answered as graphql-js answers it, whatever its fields come to', async () => {
    const atOnce = [0, 0, 0, 0, 3, 5, 6, 7];
    const choices = fc
      .constantFrom(atOnce, [...atOnce, 1, 2, 4, 8])
      .chain((among) => fc.array(fc.constantFrom(...among), { minLength: 12, maxLength: 12 }));
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        roots,
        choices,
        fc.constantFrom({}, { first: 7 }, { first: null }, { first: 'no' }),
        async (text, outcome, variables) => {
          fc.pre(validate(schema, parse(text)).length === 0);
          compared += 1;
          resolveBy(outcome);
          const { planned, again, expected } = await bothAnswers(text, variables);
          expect(planned.shown.data).toEqual(expected.shown.data);
          // Of several errors in what is null by then, which came first is told: a matter of time where something is to come.
          const told = ({ shown }: typeof planned) => (isTimed(outcome) ? !shown.errors : shown.errors);
          expect(told(planned)).toEqual(told(expected));
          expect(again.shown.data).toEqual(expected.shown.data);
          expect(planned.seen).toEqual(expected.seen);
        },
      ),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it.each([
    ['{ __schema { types { name } } }'],
    ['query ($yes: Boolean = true) { lists @include(if: $yes) }'],
    ['{ __proto__: lists }'],
  ])('leaves %s to graphql-js', async (text) => {
    resolveBy([0]);
    const document = parse(text);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
    expect(executePlanned(operation, { schema, document })).toBeNull();
  });
});
