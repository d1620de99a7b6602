import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Import runs that go on for a while: their progress, and their reports as rows of their own. */
export class Collections1763942400000 implements MigrationInterface {
  readonly name = 'Collections1763942400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reportsToRows);
    await runner.query(progress);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_run DROP COLUMN status, DROP COLUMN changed_at, DROP COLUMN cancelled_by,
        DROP COLUMN bytes_total, DROP COLUMN bytes_read, DROP COLUMN reports_read, DROP COLUMN reports_stored,
        DROP COLUMN reports_unchanged, DROP COLUMN reports_rejected;
      ALTER TABLE import_file ADD COLUMN reports jsonb;
      UPDATE import_file SET reports = coalesce((
        SELECT jsonb_agg(jsonb_build_object('form', form, 'year', year, 'agency', agency,
          'agencyName', agency_name, 'status', report.status, 'version', version,
          'problems', report.problems, 'findings', findings, 'diff', diff) ORDER BY report.position)
        FROM import_report AS report WHERE file_id = import_file.id), '[]');
      ALTER TABLE import_file ALTER COLUMN reports SET NOT NULL;
      DROP TABLE import_report;`);
  }
}

const reportsToRows = `
  CREATE TABLE import_report (
    file_id uuid NOT NULL,
    position int NOT NULL,
    form text NOT NULL,
    year int,
    agency text,
    agency_name text,
    place text,
    status text NOT NULL,
    version int,
    problems jsonb NOT NULL,
    findings jsonb NOT NULL,
    diff jsonb NOT NULL,
    CONSTRAINT "PK_import_report" PRIMARY KEY (file_id, position),
    CONSTRAINT "FK_import_report_file_id" FOREIGN KEY (file_id) REFERENCES import_file (id)
  );
  INSERT INTO import_report (file_id, position, form, year, agency, agency_name, status, version, problems,
    findings, diff)
  SELECT import_file.id, given.ordinality - 1, given.report ->> 'form', (given.report ->> 'year')::int,
    given.report ->> 'agency', given.report ->> 'agencyName', given.report ->> 'status',
    (given.report ->> 'version')::int, given.report -> 'problems', given.report -> 'findings',
    given.report -> 'diff'
  FROM import_file, jsonb_array_elements(import_file.reports) WITH ORDINALITY AS given(report, ordinality);
  ALTER TABLE import_file DROP COLUMN reports;`;

const progress = `
  ALTER TABLE import_run
    ADD COLUMN status text NOT NULL DEFAULT 'DONE',
    ADD COLUMN changed_at timestamptz(3),
    ADD COLUMN cancelled_by text,
    ADD COLUMN bytes_total bigint NOT NULL DEFAULT 0,
    ADD COLUMN bytes_read bigint NOT NULL DEFAULT 0,
    ADD COLUMN reports_read int NOT NULL DEFAULT 0,
    ADD COLUMN reports_stored int NOT NULL DEFAULT 0,
    ADD COLUMN reports_unchanged int NOT NULL DEFAULT 0,
    ADD COLUMN reports_rejected int NOT NULL DEFAULT 0;
  UPDATE import_run SET changed_at = at;
  UPDATE import_run SET bytes_total = counted.bytes, bytes_read = counted.bytes, reports_read = counted.read,
    reports_stored = counted.stored, reports_unchanged = counted.unchanged, reports_rejected = counted.rejected
  FROM (
    SELECT file.run_id, coalesce(sum(upload.size), 0) AS bytes, coalesce(sum(reports.read), 0) AS read,
      coalesce(sum(reports.stored), 0) AS stored, coalesce(sum(reports.unchanged), 0) AS unchanged,
      coalesce(sum(reports.rejected), 0) AS rejected
    FROM import_file AS file
    LEFT JOIN upload ON upload.sha256 = file.sha256
    LEFT JOIN (
      SELECT file_id, count(*) AS read, count(*) FILTER (WHERE status = 'STORED') AS stored,
        count(*) FILTER (WHERE status = 'UNCHANGED') AS unchanged,
        count(*) FILTER (WHERE status = 'REJECTED') AS rejected
      FROM import_report GROUP BY file_id) AS reports ON reports.file_id = file.id
    GROUP BY file.run_id) AS counted
  WHERE import_run.id = counted.run_id;
  ALTER TABLE import_run ALTER COLUMN changed_at SET NOT NULL, ALTER COLUMN status DROP DEFAULT,
    ALTER COLUMN bytes_total DROP DEFAULT, ALTER COLUMN bytes_read DROP DEFAULT,
    ALTER COLUMN reports_read DROP DEFAULT, ALTER COLUMN reports_stored DROP DEFAULT,
    ALTER COLUMN reports_unchanged DROP DEFAULT, ALTER COLUMN reports_rejected DROP DEFAULT;`;
