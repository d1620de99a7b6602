import { at, type Json } from '../support/server.js';
import type { Call } from './samples.js';
import type { Place, World } from './world.js';

/** What came of one request. */
export interface Reply {
  readonly requestId: string;
  /** The first code of a failure, wherever it stands; null when it went through. */
  readonly code: string | null;
  /** The answer without what differs from one request to the next and from one place to the other. */
  readonly normal: string;
  /** The answer without what was in the question. */
  readonly learnt: string;
}

/** With a token, or with the headers of a browser in which somebody is signed in. */
export type Credentials = string | Readonly<Record<string, string>>;

export async function send(
  { service }: World,
  credentials: Credentials,
  call: Call,
  place: Place,
): Promise<Reply> {
  const isGraphql = 'query' in call;
  const body = isGraphql ? JSON.stringify(call) : (call.json ?? call.body?.());
  const isSent = isGraphql || call.json !== undefined;
  const answer = await service.fetch(isGraphql ? '/graphql' : call.path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(typeof credentials === 'string' ? { Authorization: `Bearer ${credentials}` } : credentials),
      ...(isSent && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  });
  const requestId = answer.headers.get('x-request-id') ?? '';
  const isJson = /\bjson/.test(answer.headers.get('content-type') ?? '');
  const json = isJson ? (JSON.parse(answer.text) as Json) : null;
  const asked = [...(isGraphql ? textsIn(call.variables) : []), place.code, place.run];
  const learnt = asked.reduce((text, known) => text.replaceAll(known, '*'), answer.text);
  return {
    requestId,
    code: codeIn(json),
    learnt,
    normal: `${answer.status} ${learnt.replaceAll(requestId, '*').replace(passing, '').replace(suggestions, '')}`,
  };
}

/** Times, and what is made up anew each time. */
const passing = /"(at|id|original|sha256|cursor|nextCursor)":"[^"]*"/g;

/** Which names come nearest depends on the one asked for; that they are of the scope is looked at apart. */
const suggestions = /名称最接近的有：[^。]*。/g;

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function codeIn(json: Json): string | null {
  const data = at(json, 'data');
  const [payload] =
    typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.values(data) : [];
  const file = at(json, 'files', 0);
  const problems = [at(file, 'reports', 0, 'problems'), at(file, 'problems'), at(json, 'problems')].flatMap(
    (each) => each ?? [],
  );
  const found = [
    at(json, 'errors', 0, 'extensions', 'code'),
    at(json, 'code'),
    at(payload, 'userErrors', 0, 'code'),
    ...problems
      .filter((problem) => at(problem, 'severity') === 'error')
      .map((problem) => at(problem, 'code')),
  ];
  return found.find((code) => typeof code === 'string') ?? null;
}
