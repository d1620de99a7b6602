import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day on which a saved page says that it was published. */
export class PagePublications1764504000000 implements MigrationInterface {
  readonly name = 'PagePublications1764504000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE report_version ADD COLUMN published_on text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE report_version DROP COLUMN published_on');
  }
}
