import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { at, json, type Json, type TestServer } from '../support/server.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

/** As many of one mutation go into one request; the service takes 30 aliases. */
const batch = 25;

/** What one mutation is given, by the names of its arguments. */
export type Given = Readonly<Record<string, unknown>>;

/** What a token does over HTTP, through GraphQL alone. */
export interface Client {
  /** The data of a query that must succeed. */
  ask(query: string, variables?: object): Promise<Json>;
  /** One mutation, any number of times; each must succeed. Answers with the payloads in their order. */
  doEach(mutation: string, given: readonly Given[], fields?: string): Promise<Json[]>;
  do(mutation: string, given: Given, fields?: string): Promise<Json>;
  /** The codes with which a mutation is refused, each once. */
  refused(mutation: string, given: Given): Promise<string[]>;
}

export function clientOf(service: TestServer, token: string): Client {
  async function ask(query: string, variables: object = {}): Promise<Json> {
    const answer = await service.fetch('/graphql', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const data = at(json(answer), 'data');
    if (data == null || at(json(answer), 'errors') !== undefined) throw new Error(answer.text.slice(0, 500));
    return data;
  }

  async function payloads(mutation: string, given: readonly Given[], fields: string): Promise<Json[]> {
    const { query, variables } = written(mutation, given, `${fields} userErrors { code message }`);
    const data = await ask(query, variables);
    return given.map((_, index) => at(data, `_${index}`) ?? null);
  }

  async function doEach(mutation: string, given: readonly Given[], fields = ''): Promise<Json[]> {
    const done: Json[] = [];
    for (let from = 0; from < given.length; from += batch)
      done.push(...(await payloads(mutation, given.slice(from, from + batch), fields)));
    const refused = done.filter((payload) => JSON.stringify(at(payload, 'userErrors')) !== '[]');
    if (refused.length > 0) throw new Error(`${mutation}: ${JSON.stringify(refused.slice(0, 3))}`);
    return done;
  }

  return {
    ask,
    doEach,
    async do(mutation, given, fields) {
      const [payload] = await doEach(mutation, [given], fields);
      return payload ?? null;
    },
    async refused(mutation, given) {
      const [payload] = await payloads(mutation, [given], '');
      const errors = at(payload, 'userErrors');
      const codes = Array.isArray(errors) ? errors.map((error) => String(at(error, 'code'))) : [];
      return [...new Set(codes)];
    },
  };
}

/** The text of a request, with every argument in a variable of the type the schema gives it. */
function written(
  mutation: string,
  given: readonly Given[],
  fields: string,
): { query: string; variables: Record<string, unknown> } {
  const known = schema.getMutationType()?.getFields()[mutation]?.args ?? [];
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  const calls = given.map((argumentsGiven, index) => {
    const passed = Object.entries(argumentsGiven).map(([name, value]) => {
      const type = known.find((argument) => argument.name === name)?.type;
      if (!type) throw new Error(`${mutation} has no argument ${name}`);
      variables[`${name}_${index}`] = value;
      declared.push(`$${name}_${index}: ${type.toString()}`);
      return `${name}: $${name}_${index}`;
    });
    return `_${index}: ${mutation}(${passed.join(', ')}) { ${fields} }`;
  });
  return { query: `mutation (${declared.join(', ')}) { ${calls.join('\n')} }`, variables };
}
