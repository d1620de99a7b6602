import { Failure, failureOf, unreachable } from './Failure.js';

/** Asks the server with the token. Everything but a success is a Failure. */
export async function ask(path: string, token: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${token}` },
    });
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
  if (answer?.data) return answer.data;
  throw new Failure(answer?.errors?.[0]?.message ?? '服务器的回答读不懂。请刷新页面再试。', response.status);
}

interface GraphqlAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string }[];
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
