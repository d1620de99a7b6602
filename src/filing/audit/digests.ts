/**
 * What rows hold, as one text each that is the same on every PostgreSQL, and its SHA-256 in hexadecimal. Columns are
 * named as they stand in their tables.
 */
function digest(...columns: readonly string[]): string {
  return `encode(sha256(convert_to(ROW(${columns.join(', ')})::text, 'UTF8')), 'hex')`;
}

/** Of rows some of which are older than a column: where that holds nothing, the digest is what it was without it. */
function digestWithLater(columns: readonly string[], later: string): string {
  const row = `ROW(${columns.join(', ')})::text`;
  return `encode(sha256(convert_to(${row} || coalesce(${later}, ''), 'UTF8')), 'hex')`;
}

function moment(column: string): string {
  return `extract(epoch FROM ${column})`;
}

export const digests = {
  version: digestWithLater(
    [
      ...['report_id', 'number', 'form_id', '"values"', 'raws', 'places', 'corrected_cells', 'sections'],
      ...['headings', 'dated_on', 'problems', 'origin', 'upload_sha256', 'blanks_are_zero', 'error_policy'],
      ...[moment('created_at'), 'created_by'],
    ],
    'published_on',
  ),
  /** Where a report stands and what was found; not when and why it was looked at last. */
  report: digest(
    ...['id', 'agency_id', 'year', 'status', 'version', 'published_version', moment('submitted_at')],
    ...[moment('published_at'), 'findings', 'error_count', 'explain_count'],
  ),
  transition: digest(
    ...[
      'id',
      'report_id',
      'sequence',
      'from_status',
      'to_status',
      'version',
      moment('at'),
      'actor',
      'reason',
    ],
  ),
  /**
   * With the words of what it pins, which are of the same agency. Its own audit entry is named in it and cannot vouch
   * for that.
   */
  publication: (agency: string) =>
    digest(
      ...[
        'id',
        'report_id',
        'number',
        'version',
        moment('published_at'),
        'published_by',
        'reason',
        'rule_set',
      ],
      ...['findings', 'explanation_ids', 'waiver_ids', 'upload_sha256', 'changes'],
      `(SELECT array_agg(${digest('id', 'rule', 'cells', 'operands', 'text', 'author')} ORDER BY id)
      FROM explanation WHERE id = ANY(explanation_ids) AND explanation.agency_id = ${agency})`,
      `(SELECT array_agg(${digest('id', 'rule', 'cells', 'operands', 'reason', 'approver')} ORDER BY id)
      FROM waiver WHERE id = ANY(waiver_ids) AND waiver.agency_id = ${agency})`,
    ),
  agency: digest(
    ...['id', 'code', 'name', 'aliases', 'parent_id', 'uscc', 'division_code', 'level', 'kind'],
    ...['consolidates', 'deadline', 'makes_rules', 'valid_from', 'valid_to', 'successor_id', 'former_names'],
    moment('registered_at'),
  ),
  token: digest(
    ...['id', 'name', 'hash', 'role', 'scope_agency_id', moment('expires_at'), 'created_by'],
    ...[moment('created_at'), moment('revoked_at')],
  ),
  account: digest(
    ...['id', 'name', 'name_key', 'display_name', 'telephone', 'password_hash', 'password_change_required'],
    ...['created_by', moment('created_at'), moment('closed_at')],
    `(SELECT array_agg(concat(role, ' ', agency_id) ORDER BY position) FROM account_office
      WHERE account_id = account.id)`,
  ),
} as const;
