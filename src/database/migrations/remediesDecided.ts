import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a reconsideration or a lawsuit was decided: 四 counts it in that year. */
export class RemediesDecided1764500400000 implements MigrationInterface {
  readonly name = 'RemediesDecided1764500400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE ledger_case ADD COLUMN reconsideration_decided text COLLATE "C",
         ADD COLUMN litigation_decided text COLLATE "C"`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE ledger_case DROP COLUMN reconsideration_decided, DROP COLUMN litigation_decided',
    );
  }
}
