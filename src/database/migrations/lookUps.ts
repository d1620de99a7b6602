import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists of findings and of the audit trail are looked up by, and what progress is counted by. */
export class LookUps1764450000000 implements MigrationInterface {
  readonly name = 'LookUps1764450000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX "IX_report_found_rules" ON report
        USING gin (jsonb_path_query_array(findings, '$[*].rule'));
      CREATE INDEX "IX_audit_entry_agency_id" ON audit_entry (agency_id, at, chain, sequence);`);
    // How many branches a level of the tree has: without, the database takes each agency for one and sorts them all.
    for (const part of parts)
      await runner.query(
        `CREATE STATISTICS "ST_agency_path_${part}" ON (split_part(path, '/', ${part})) FROM agency;`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(`DROP STATISTICS "ST_agency_path_${part}";`);
    await runner.query('DROP INDEX "IX_audit_entry_agency_id"; DROP INDEX "IX_report_found_rules";');
  }
}

/** From the branches of the country down to those of a township. */
const parts = [2, 3, 4, 5, 6, 7];
