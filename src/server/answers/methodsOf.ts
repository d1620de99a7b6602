import type { FastifyInstance } from 'fastify';

/** Which methods there are at an address, of those routes that are added after this is called. */
export function methodsOf(server: FastifyInstance): (url: string) => readonly string[] {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    routes.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  return (url) => {
    const [path = ''] = url.split('?');
    const there = routes.filter(({ pattern }) => pattern.test(path));
    return [...new Set(there.flatMap(({ methods }) => methods))].sort();
  };
}

/** `/reports/:agency/:year(^\d{4}$)` as what its addresses look like. */
function patternOf(route: string): RegExp {
  const parts = route.split('/').map((part) => {
    if (part === '*') return '.*';
    const [, own] = /^:\w+(?:\(\^?(.*?)\$?\))?$/.exec(part) ?? [];
    if (own !== undefined) return own;
    return part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '\\.');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
