import { at, type Json } from '../support/server.js';
import type { Client, Given } from './client.js';
import { year } from './numbers.js';
import type { Unit } from './tree.js';

/** The report of the season. */
export function keyOf({ code }: Unit): { agency: string; year: number } {
  return { agency: code, year };
}

/** A step of each of these reports with the token that does it for all of them. */
export function stepEach(
  client: Client,
  mutation: string,
  {
    reports,
    versionOf,
    more = {},
  }: { readonly reports: readonly Unit[]; readonly versionOf: (unit: Unit) => number; readonly more?: Given },
): Promise<Json[]> {
  return client.doEach(
    mutation,
    reports.map((unit) => ({ report: keyOf(unit), expectedVersion: versionOf(unit), ...more })),
    'report { status version }',
  );
}

/** What everybody does with a token of their own, ten of them at once. */
export async function together<Answer>(
  everybody: readonly Unit[],
  work: (unit: Unit) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < everybody.length; from += 10)
    answers.push(...(await Promise.all(everybody.slice(from, from + 10).map(work))));
  return answers;
}

export async function reportOf(client: Client, unit: Unit, fields: string, of = year): Promise<Json> {
  const data = await client.ask(
    `query ($code: String!) { report(agency: $code, year: ${of}) { ${fields} } }`,
    { code: unit.code },
  );
  return at(data, 'report') ?? null;
}
