import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases are stored with their ledger in one transaction: looking it up again for each cost as much as storing it. */
export class LedgerCasesAlone1764493200000 implements MigrationInterface {
  readonly name = 'LedgerCasesAlone1764493200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ledger_case DROP CONSTRAINT "FK_ledger_case_ledger_id"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE ledger_case ADD CONSTRAINT "FK_ledger_case_ledger_id"
         FOREIGN KEY (ledger_id) REFERENCES ledger (id)`,
    );
  }
}
