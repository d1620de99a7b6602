import { deskAddresses } from './routes/deskPages.js';
import { isOperation, operations, type Operation } from '../rights/operations.js';

/**
 * `open`: for everybody, holds no data. `fields`: asks for a token or a session, each field at the root has a
 * rule of its own. `session`: of whoever is signed in, about herself; `ownPassword` also before she has set one.
 * Otherwise the operation whose rule it has.
 */
export type Access = 'open' | 'fields' | 'session' | 'ownPassword' | Operation;

/** The routes that are no operation. A route that is neither here nor an operation is never served. */
const otherRoutes: Readonly<Record<string, Exclude<Access, Operation>>> = {
  'POST /graphql': 'fields',
  // Whether there is a second way in.
  'GET /session': 'open',
  'GET /session/oidc': 'open',
  'GET /session/oidc/callback': 'open',
  'GET /graphql': 'fields',
  'POST /session': 'open',
  // Whoever has nothing to end is not told so.
  'DELETE /session': 'open',
  'PUT /session/password': 'ownPassword',
  'PUT /session/office': 'session',
  'GET /healthz': 'open',
  'GET /readyz': 'open',
  // Counts and times, no data: what collects them has no token.
  'GET /metrics': 'open',
  'GET /schema.graphql': 'open',
  'GET /openapi.json': 'open',
  'GET /favicon.svg': 'open',
  'GET /assets/:asset': 'open',
  'GET /playground': 'open',
  'GET /playground/': 'open',
  'GET /playground/start.js': 'open',
  'GET /playground/*': 'open',
  ...Object.fromEntries(deskAddresses.map((address) => [`GET ${address}`, 'open'] as const)),
};

/** Every route with who may use it: the roles of an operation are in src/rights/operations.ts. */
export const accessRules: Readonly<Record<string, Access>> = {
  ...otherRoutes,
  ...Object.fromEntries(
    Object.keys(operations)
      .filter(isOperation)
      .filter((name) => name.includes(' '))
      .map((route) => [route, route]),
  ),
};

/** The rule of a route; undefined when it has none. HEAD is GET without the content. */
export function accessOf(method: string, url: string): Access | undefined {
  return accessRules[`${method === 'HEAD' ? 'GET' : method} ${url}`];
}
