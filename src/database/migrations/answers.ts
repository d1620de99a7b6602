import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Idempotent answers are found by their age, so that they can be forgotten. */
export class Answers1764342000000 implements MigrationInterface {
  readonly name = 'Answers1764342000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "IX_idempotent_answer_at" ON idempotent_answer (at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "IX_idempotent_answer_at"');
  }
}
