import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What several processes tell each other. Not logged: it is worth nothing after a crash, and a standby, which could
 * only be behind, is never asked for it.
 */
export class Machines1764496800000 implements MigrationInterface {
  readonly name = 'Machines1764496800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE last_write (
        actor text NOT NULL,
        position bigint NOT NULL,
        CONSTRAINT "PK_last_write" PRIMARY KEY (actor)
      ) WITH (fillfactor = 50);
      CREATE UNLOGGED TABLE request_count (
        minute int NOT NULL,
        name text NOT NULL,
        process uuid NOT NULL,
        count int NOT NULL,
        CONSTRAINT "PK_request_count" PRIMARY KEY (minute, name, process)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE last_write, request_count;');
  }
}
