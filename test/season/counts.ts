import { at, type Json } from '../support/server.js';
import type { Client } from './client.js';
import { year } from './numbers.js';
import type { Unit } from './tree.js';

const none = {
  total: 0,
  notStarted: 0,
  draft: 0,
  submitted: 0,
  returned: 0,
  accepted: 0,
  published: 0,
  correcting: 0,
};

/** How far everybody has come, zeros left out. */
export async function progressOf(client: Client, { code }: Unit): Promise<Record<string, number>> {
  const fields = Object.keys(none).join(' ');
  const data = await client.ask(
    `query ($code: String!) { progress(agency: $code, year: ${year}) { ${fields} } }`,
    { code },
  );
  const counts = Object.keys(none).map((name) => [name, Number(at(data, 'progress', name))] as const);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}

export interface RolledUp {
  readonly expected: number;
  readonly filed: number;
  readonly values: Json | undefined;
  /** Codes of those who have not filed. */
  readonly missing: readonly string[];
  /** null while there is no consolidated report. */
  readonly differences: Json | undefined;
}

/** depth 1: whoever is on the list of the agency; null: down to whoever fills in numbers of its own. */
export async function rollUpOf(
  client: Client,
  { code }: Unit,
  depth: number | null,
  statuses: readonly string[] | null = null,
): Promise<RolledUp> {
  const { rollUp } = (await client.ask(
    `query ($code: String!, $depth: Int, $statuses: [ReportStatus!]) {
      rollUp(agency: $code, year: ${year}, depth: $depth, filter: { statuses: $statuses }) {
        expected filed values missing(first: 200) { nodes { code } } differences { key declared sum difference } } }`,
    { code, depth, statuses },
  )) as { rollUp: Json };
  const missing = at(rollUp, 'missing', 'nodes');
  return {
    expected: Number(at(rollUp, 'expected')),
    filed: Number(at(rollUp, 'filed')),
    values: at(rollUp, 'values'),
    missing: Array.isArray(missing) ? missing.map((agency) => String(at(agency, 'code'))) : [],
    differences: at(rollUp, 'differences'),
  };
}

/** 催报: who has not submitted, with the day by which it should have. */
export async function remindersOf(client: Client, { code }: Unit): Promise<string[]> {
  const data = await client.ask(
    `query ($code: String!) { reminders(agency: $code, year: ${year}, first: 200) {
      totalCount nodes { agency { code } status deadline } } }`,
    { code },
  );
  const nodes = at(data, 'reminders', 'nodes');
  if (!Array.isArray(nodes) || nodes.length !== at(data, 'reminders', 'totalCount'))
    throw new Error('more reminders than a page holds');
  return nodes.map((node) =>
    [at(node, 'agency', 'code'), at(node, 'status') ?? 'NONE', at(node, 'deadline')].join(' '),
  );
}
