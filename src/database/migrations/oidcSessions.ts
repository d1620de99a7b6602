import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions begun so far were begun with a password. */
export class OidcSessions1764374400000 implements MigrationInterface {
  readonly name = 'OidcSessions1764374400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session ADD COLUMN by_password boolean NOT NULL DEFAULT true;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN by_password;');
  }
}
