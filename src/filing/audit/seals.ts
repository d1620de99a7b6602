import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { digests } from './digests.js';
import type { Id } from '../../brands/brands.js';

/** As much of an event as says what it made, and where it is kept. */
export type SealedEvent = Pick<
  AuditEntry,
  'chain' | 'action' | 'agencyId' | 'reportId' | 'version' | 'details'
>;

/** Events that change nothing of an account vouch for nothing of it: what was forged meanwhile stays found. */
const accountUntouched: ReadonlySet<string> = new Set([
  'SIGNED_IN',
  'SIGNED_OUT',
  'SIGN_IN_FAILED',
  'SIGN_IN_LOCKED',
  'OFFICE_CHOSEN',
]);

/** What an event made and an entry therefore vouches for. */
interface Touched {
  readonly reportId: Id<'Report'> | null;
  readonly version: number | null;
  readonly agencyId: Id<'Agency'> | null;
  readonly token: string | null;
  readonly account: string | null;
  readonly step: boolean;
}

const unsealed: Touched = {
  ...{ reportId: null, version: null, agencyId: null, token: null, account: null },
  step: false,
};

function touchedBy({ action, agencyId, reportId, version, details }: Omit<SealedEvent, 'chain'>): Touched {
  if (action === 'AGENCY_REGISTERED' || action === 'AGENCY_CHANGED') return { ...unsealed, agencyId };
  const { token, account } = details;
  if (action === 'TOKEN_CREATED' || action === 'TOKEN_REVOKED')
    return { ...unsealed, token: typeof token === 'string' ? token : null };
  if (typeof account === 'string') return accountUntouched.has(action) ? unsealed : { ...unsealed, account };
  if (reportId === null || action === 'REFUSED' || action === 'IMPORT_UNCHANGED') return unsealed;
  const made = 'values' in details ? version : null;
  return { ...unsealed, reportId, version: made, step: 'from' in details && 'to' in details };
}

/** What entries vouch for beyond their own words, as rows of JSON: only those that vouch for anything, by their places. */
export function sealing(events: readonly SealedEvent[]): string {
  const touched = events.map((event, place) => ({ place, chain: event.chain, ...touchedBy(event) }));
  return JSON.stringify(
    touched.filter(
      ({ reportId, agencyId, token, account }) => (reportId ?? agencyId ?? token ?? account) !== null,
    ),
  );
}

/** The digests of those rows as they are now, by chain and place, of a parameter. */
export function sealed(parameter: string): string {
  return digestsOf(parameter, { ...ofReports(''), ...ofDoors });
}

/** The same for the chain of one agency, which another parameter names: all of it lies on one machine. */
export function sealedOfAgency(parameter: string, agency: string): string {
  return digestsOf(parameter, ofReports(` AND agency_id = ${agency}::uuid`));
}

/** The same of tokens and accounts alone, which lie on one machine all. */
export function sealedDoors(parameter: string): string {
  return digestsOf(parameter, ofDoors);
}

/** `own`: what else is true of each row that is looked at. */
const ofReports = (own: string): Readonly<Record<string, string>> => ({
  version: `(SELECT ${digests.version} FROM report_version
    WHERE report_id = given."reportId" AND number = given.version${own})`,
  report: `(SELECT ${digests.report} FROM report WHERE id = given."reportId"${own})`,
  next: `CASE WHEN given.version IS NOT NULL THEN
    (SELECT jsonb_build_object('report', next.id, 'digest', next.digest)
     FROM (SELECT agency_id, year FROM report WHERE id = given."reportId"${own}) AS own
     JOIN LATERAL (SELECT id, ${digests.report} AS digest FROM report
       WHERE agency_id = own.agency_id AND year = own.year + 1${own}) AS next ON true) END`,
  transition: `CASE WHEN given.step THEN
    (SELECT ${digests.transition} FROM report_transition
     WHERE report_id = given."reportId"${own} ORDER BY sequence DESC LIMIT 1) END`,
  agency: `(SELECT ${digests.agency} FROM agency WHERE id = given."agencyId")`,
});

const ofDoors: Readonly<Record<string, string>> = {
  token: `(SELECT ${digests.token} FROM token WHERE id = given.token)`,
  account: `(SELECT ${digests.account} FROM account WHERE name = given.account)`,
};

function digestsOf(parameter: string, parts: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(parts).map(([name, digest]) => `'${name}', ${digest}`);
  return `SELECT given.chain, jsonb_object_agg(place, jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')}))) AS seals
    FROM jsonb_to_recordset(${parameter}::jsonb) AS given(place int, chain text, "reportId" uuid, version int,
      "agencyId" uuid, token uuid, account text, step boolean)
    GROUP BY given.chain`;
}
