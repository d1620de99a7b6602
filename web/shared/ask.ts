import type { TypedDocumentString } from '../graphql/graphql.js';
import { Failure, failureOf, unreachable } from './Failure.js';
import { keptToken } from './keptToken.js';

/** Asks the server, with the token when there is one, else with the cookie of the session. Everything but a success is a Failure. */
export async function ask(path: string, token: string, init: RequestInit = {}): Promise<Response> {
  const authorization: Record<string, string> = token === '' ? {} : { Authorization: `Bearer ${token}` };
  let response: Response;
  try {
    response = await fetch(`/${path}`, { ...init, headers: { ...init.headers, ...authorization } });
  } catch {
    throw unreachable();
  }
  if (!response.ok) throw failureOf(response.status, await textOf(response));
  return response;
}

interface Asked {
  readonly variables?: object;
  /** Aborted when the answer is no longer waited for. */
  readonly signal?: AbortSignal;
}

/** Runs a GraphQL query or mutation. */
export async function query<Data>(
  text: string,
  token: string,
  { variables, signal }: Asked = {},
): Promise<Data> {
  const response = await ask('graphql', token, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: text, variables }),
    signal,
  });
  const answer = parse<Data>(await textOf(response));
  const [error] = answer?.errors ?? [];
  // A part that was refused is null: whoever asked would take it for nothing there.
  if (answer?.data && !error) return answer.data;
  if (error?.extensions?.code === 'UNAUTHENTICATED') throw new Failure(error.message, 401);
  throw new Failure(error?.message ?? '服务器的回答读不懂。请刷新页面再试。', response.status);
}

/** Runs a document of the desk as whoever has signed in. */
export function run<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  return query<Data>(String(document), keptToken() ?? '', { variables });
}

interface GraphqlAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

function parse<Data>(body: string): GraphqlAnswer<Data> | null {
  try {
    const answer: GraphqlAnswer<Data> | null = JSON.parse(body);
    return answer;
  } catch {
    return null;
  }
}

/** The connection may also break in the middle of an answer. */
async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch {
    throw unreachable();
  }
}
