import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import of a ledger is a run of its own, counted in cases. */
export class LedgerRuns1764514800000 implements MigrationInterface {
  readonly name = 'LedgerRuns1764514800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_run ADD COLUMN cases_read int, ADD COLUMN cases_stored int');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_run DROP COLUMN cases_read, DROP COLUMN cases_stored');
  }
}
