import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A run that loses its process is known by when it was seen last, by the clock of the database. */
export class SeenRuns1764489600000 implements MigrationInterface {
  readonly name = 'SeenRuns1764489600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_run ADD COLUMN seen_at timestamp(3) with time zone');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_run DROP COLUMN seen_at');
  }
}
