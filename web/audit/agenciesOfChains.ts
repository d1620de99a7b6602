import { AgenciesOfChainsDocument } from '../graphql/graphql.js';
import { run } from '../shared/ask.js';

/** The names of the agencies whose chains these are, by the chain; the chain of the system has none. */
export async function agenciesOfChains(chains: readonly string[]): Promise<Record<string, string>> {
  const ids = [...new Set(chains)].filter((chain) => chain !== 'system');
  if (ids.length === 0) return {};
  const { nodes } = await run(AgenciesOfChainsDocument, { ids });
  return Object.fromEntries(nodes.flatMap((node) => (node && 'name' in node ? [[node.id, node.name]] : [])));
}
