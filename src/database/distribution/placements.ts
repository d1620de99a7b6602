/** Where a table is kept once the database is spread over several machines. */
export type Placement =
  /** Its rows lie on the machine of their agency, which this column names. */
  | { readonly by: 'agency_id' | 'chain' }
  /** Whole on every machine: read everywhere, seldom written. */
  | 'EVERYWHERE'
  /** Whole on the machine that programs connect to: nothing of it belongs to one agency, or it is read in one order. */
  | 'FIRST_MACHINE';

const byAgency = { by: 'agency_id' } as const;
/** The chain of an agency is named by its id. */
const byChain = { by: 'chain' } as const;

/** Every table. A new one is one line here; a test holds the keys against it. */
export const placements: Readonly<Record<string, Placement>> = {
  agency: 'EVERYWHERE',
  audit_setting: 'EVERYWHERE',
  deadline: 'EVERYWHERE',
  requirement: 'EVERYWHERE',
  ledger_words: 'EVERYWHERE',
  work_year: 'EVERYWHERE',

  report: byAgency,
  report_version: byAgency,
  explanation: byAgency,
  report_transition: byAgency,
  remark: byAgency,
  proposal: byAgency,
  waiver: byAgency,
  publication: byAgency,
  ledger: byAgency,
  ledger_version: byAgency,
  ledger_case: byAgency,
  report_ledger: byAgency,
  audit_chain: byChain,
  audit_entry: byChain,

  account: 'FIRST_MACHINE',
  account_office: 'FIRST_MACHINE',
  change: 'FIRST_MACHINE',
  delivery: 'FIRST_MACHINE',
  delivery_attempt: 'FIRST_MACHINE',
  idempotent_answer: 'FIRST_MACHINE',
  import_file: 'FIRST_MACHINE',
  import_report: 'FIRST_MACHINE',
  import_run: 'FIRST_MACHINE',
  last_write: 'FIRST_MACHINE',
  migration: 'FIRST_MACHINE',
  oidc_identity: 'FIRST_MACHINE',
  oidc_request: 'FIRST_MACHINE',
  refusal_count: 'FIRST_MACHINE',
  request_count: 'FIRST_MACHINE',
  session: 'FIRST_MACHINE',
  sign_in_attempts: 'FIRST_MACHINE',
  token: 'FIRST_MACHINE',
  upload: 'FIRST_MACHINE',
  webhook: 'FIRST_MACHINE',
};

/** The column by which rows are spread; null of what is not spread. */
export function columnOf(table: string): 'agency_id' | 'chain' | null {
  const placement = placements[table];
  return typeof placement === 'object' ? placement.by : null;
}
