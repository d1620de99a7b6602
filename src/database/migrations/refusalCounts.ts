import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refusals of one kind within a minute are counted for all processes of the service together. */
export class RefusalCounts1764507600000 implements MigrationInterface {
  readonly name = 'RefusalCounts1764507600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE refusal_count (
        kind text NOT NULL,
        begun_at timestamp(3) with time zone NOT NULL,
        again int NOT NULL,
        attempt jsonb NOT NULL,
        CONSTRAINT "PK_refusal_count" PRIMARY KEY (kind)
      ) WITH (fillfactor = 50);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE refusal_count;');
  }
}
