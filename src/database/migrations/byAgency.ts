import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every row that belongs to a report or a ledger names the agency, and every key holds it: so the tables can be spread
 * over several machines by agency, each with all that is kept of its own. Keys begin with what they began with before.
 */
export class ByAgency1764511200000 implements MigrationInterface {
  readonly name = 'ByAgency1764511200000';

  async up(runner: QueryRunner): Promise<void> {
    await dropKeys(runner);
    for (const { table, owner, immutable } of children) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN agency_id uuid`);
      if (immutable) await runner.query(`ALTER TABLE ${table} DISABLE TRIGGER refuse_change`);
      await runner.query(
        `UPDATE ${table} SET agency_id = owner.agency_id FROM ${owner} AS owner WHERE owner.id = ${table}.${owner}_id`,
      );
      if (immutable) await runner.query(`ALTER TABLE ${table} ENABLE TRIGGER refuse_change`);
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN agency_id SET NOT NULL`);
    }
    await addKeys(runner, (columns, agency) => [...columns, agency]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropKeys(runner);
    for (const { table } of children) await runner.query(`ALTER TABLE ${table} DROP COLUMN agency_id`);
    await addKeys(runner, (columns) => columns);
  }
}

/** What belongs to a report or a ledger; what is immutable refuses changes. */
const children: readonly {
  readonly table: string;
  readonly owner: 'report' | 'ledger';
  readonly immutable: boolean;
}[] = [
  { table: 'report_version', owner: 'report', immutable: true },
  { table: 'explanation', owner: 'report', immutable: true },
  { table: 'report_transition', owner: 'report', immutable: true },
  { table: 'remark', owner: 'report', immutable: true },
  { table: 'proposal', owner: 'report', immutable: false },
  { table: 'waiver', owner: 'report', immutable: false },
  { table: 'publication', owner: 'report', immutable: true },
  { table: 'report_ledger', owner: 'report', immutable: false },
  { table: 'ledger_version', owner: 'ledger', immutable: true },
  { table: 'ledger_case', owner: 'ledger', immutable: false },
];

/** Primary keys and unique constraints, without the agency. That of an audit entry is its chain. */
const keys: readonly (readonly [table: string, kind: 'PK' | 'UQ', columns: readonly string[]])[] = [
  ['report', 'PK', ['id']],
  ['report_version', 'PK', ['id']],
  ['report_version', 'UQ', ['report_id', 'number']],
  ['explanation', 'PK', ['id']],
  ['explanation', 'UQ', ['report_id', 'sequence']],
  ['report_transition', 'PK', ['id']],
  ['report_transition', 'UQ', ['report_id', 'sequence']],
  ['remark', 'PK', ['id']],
  ['proposal', 'PK', ['id']],
  ['waiver', 'PK', ['id']],
  ['publication', 'PK', ['id']],
  ['publication', 'UQ', ['report_id', 'number']],
  ['ledger', 'PK', ['id']],
  ['ledger_version', 'PK', ['ledger_id', 'number']],
  ['ledger_case', 'PK', ['ledger_id', 'number', 'from_version']],
  ['report_ledger', 'PK', ['report_id', 'report_version']],
  ['audit_entry', 'PK', ['id']],
];

/** Foreign keys, each of one column, to the key `id` of another table. */
const references: readonly (readonly [table: string, column: string, other: string])[] = [
  ['report_version', 'report_id', 'report'],
  ['explanation', 'report_id', 'report'],
  ['report_transition', 'report_id', 'report'],
  ['remark', 'report_id', 'report'],
  ['remark', 'transition_id', 'report_transition'],
  ['proposal', 'report_id', 'report'],
  ['waiver', 'report_id', 'report'],
  ['publication', 'report_id', 'report'],
  ['change', 'report_id', 'report'],
  ['report_ledger', 'report_id', 'report'],
  ['report_ledger', 'ledger_id', 'ledger'],
  ['ledger_version', 'ledger_id', 'ledger'],
];

async function dropKeys(runner: QueryRunner): Promise<void> {
  for (const [table, column] of references)
    await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT "FK_${table}_${column}"`);
  for (const [table, kind, columns] of keys)
    await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT "${nameOf(table, kind, columns)}"`);
}

async function addKeys(
  runner: QueryRunner,
  withAgency: (columns: readonly string[], agency: string) => readonly string[],
): Promise<void> {
  for (const [table, kind, columns] of keys) {
    const agency = table === 'audit_entry' ? 'chain' : 'agency_id';
    await runner.query(
      `ALTER TABLE ${table} ADD CONSTRAINT "${nameOf(table, kind, columns)}"
         ${kind === 'PK' ? 'PRIMARY KEY' : 'UNIQUE'} (${withAgency(columns, agency).join(', ')})`,
    );
  }
  for (const [table, column, other] of references)
    await runner.query(
      `ALTER TABLE ${table} ADD CONSTRAINT "FK_${table}_${column}"
         FOREIGN KEY (${withAgency([column], 'agency_id').join(', ')})
         REFERENCES ${other} (${withAgency(['id'], 'agency_id').join(', ')})`,
    );
}

function nameOf(table: string, kind: 'PK' | 'UQ', columns: readonly string[]): string {
  return kind === 'PK' ? `PK_${table}` : `UQ_${table}_${columns.join('_')}`;
}
