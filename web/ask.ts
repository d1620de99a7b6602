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
  if (!response.ok) throw failureOf(response.status, await response.text());
  return response;
}

/** Runs a GraphQL query that only reads. */
export async function query<Data>(text: string, token: string): Promise<Data> {
  const response = await ask('graphql', token, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: text }),
  });
  const answer: { data?: Data | null; errors?: readonly { message: string }[] } = await response.json();
  if (answer.data) return answer.data;
  throw new Failure(answer.errors?.[0]?.message ?? '服务器的回答读不懂。请刷新页面再试。', response.status);
}
