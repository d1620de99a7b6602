import { at, type Json } from '../support/server.js';
import type { Client } from './client.js';
import { year } from './numbers.js';

/** Everything an administrator sees of an agency and its reports, and the end of its audit chain. */
export async function snapshotOf(administrator: Client, code: string): Promise<Json> {
  const reports = [year - 2, year - 1, year, year + 1].map(
    (each) => `r${each}: report(agency: $code, year: ${each}) { ${reportFields} }`,
  );
  return administrator.ask(
    `query ($code: String!) {
      agency(code: $code) { id name aliases deadline validTo parent { code } children { totalCount nodes { code } } }
      auditVerify(agency: $code) { chain intact head }
      ${reports.join('\n')} }`,
    { code },
  );
}

const reportFields = `id status version changedAt checkedAt checkDue values sections { text }
  steps { from to actor reason } remarks { text } proposals { reason } waivers { reason }
  explanations { text author } publications { number auditHead } versions { number origin }`;

/** The version an agency's report of the season stands at; 1 before it has one. */
export function versionIn(snapshot: Json): number {
  return Number(at(snapshot, `r${year}`, 'version') ?? 1);
}
