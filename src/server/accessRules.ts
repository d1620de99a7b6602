/** `open`: for everybody, holds no data. `token`: asks for a token. */
export type Access = 'open' | 'token';

/** Who may use which route. A route that is not listed here is never served. */
export const accessRules: Readonly<Record<string, Access>> = {
  'POST /graphql': 'token',
  'POST /imports': 'token',
  'GET /imports/:id/:file': 'token',
  'GET /imports/:id/:file/annotated.xlsx': 'token',
  'GET /forms/:id/blank.xlsx': 'token',
  'GET /reports/:agency/:file': 'token',
  'GET /healthz': 'open',
  'GET /readyz': 'open',
  // Counts and times, no data: what collects them has no token.
  'GET /metrics': 'open',
  'GET /schema.graphql': 'open',
  'GET /': 'open',
  'GET /:asset': 'open',
  'GET /playground': 'open',
  'GET /playground/': 'open',
  'GET /playground/start.js': 'open',
  'GET /playground/*': 'open',
};

/** The rule of a route; undefined when it has none. HEAD is GET without the content. */
export function accessOf(method: string, url: string): Access | undefined {
  return accessRules[`${method === 'HEAD' ? 'GET' : method} ${url}`];
}
