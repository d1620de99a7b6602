import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries vouch for the rows they made, say when the clock was behind, and may be hashed with SM3. */
export class Seals1764471600000 implements MigrationInterface {
  readonly name = 'Seals1764471600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audit_entry ADD COLUMN seals jsonb, ADD COLUMN clock_at timestamptz(3),
        ADD COLUMN algorithm text;
      ALTER TABLE audit_chain ADD COLUMN last_at timestamptz(3);
      UPDATE audit_chain SET last_at = (SELECT max(at) FROM audit_entry WHERE chain = audit_chain.chain);
      CREATE TABLE audit_setting (
        id int NOT NULL,
        algorithm text NOT NULL,
        CONSTRAINT "PK_audit_setting" PRIMARY KEY (id)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_setting;
      ALTER TABLE audit_chain DROP COLUMN last_at;
      ALTER TABLE audit_entry DROP COLUMN seals, DROP COLUMN clock_at, DROP COLUMN algorithm;`);
  }
}
