import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first tables. Plain SQL that PostgreSQL 15 and its relatives understand. */
export class Start1763683200000 implements MigrationInterface {
  readonly name = 'Start1763683200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(immutability);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE idempotent_answer, token, audit_chain, audit_entry, import_file, import_run, report_version,
        upload, report, agency;
      DROP FUNCTION refuse_change();`);
  }
}

const tables = `
  CREATE TABLE agency (
    id uuid NOT NULL,
    code text COLLATE "C" NOT NULL,
    name text NOT NULL,
    aliases text[] NOT NULL,
    registered_at timestamptz(3) NOT NULL,
    CONSTRAINT "PK_agency" PRIMARY KEY (id),
    CONSTRAINT "UQ_agency_code" UNIQUE (code)
  );
  CREATE INDEX "IX_agency_name" ON agency (name);
  CREATE INDEX "IX_agency_aliases" ON agency USING gin (aliases);

  CREATE TABLE report (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    year int NOT NULL,
    status text NOT NULL,
    version int NOT NULL,
    changed_at timestamptz(3) NOT NULL,
    error_count int NOT NULL,
    explain_count int NOT NULL,
    findings jsonb NOT NULL,
    CONSTRAINT "PK_report" PRIMARY KEY (id),
    CONSTRAINT "UQ_report_agency_id_year" UNIQUE (agency_id, year),
    CONSTRAINT "FK_report_agency_id" FOREIGN KEY (agency_id) REFERENCES agency (id)
  );
  CREATE INDEX "IX_report_year" ON report (year);
  CREATE INDEX "IX_report_changed_at" ON report (changed_at, id);
  CREATE INDEX "IX_report_error_count" ON report (error_count, id);

  CREATE TABLE upload (
    sha256 text NOT NULL,
    bytes bytea NOT NULL,
    size int NOT NULL,
    received_at timestamptz(3) NOT NULL,
    CONSTRAINT "PK_upload" PRIMARY KEY (sha256)
  );
  -- Workbooks are compressed already.
  ALTER TABLE upload ALTER COLUMN bytes SET STORAGE EXTERNAL;

  CREATE TABLE report_version (
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    number int NOT NULL,
    form_id text NOT NULL,
    "values" bigint[] NOT NULL,
    raws text[] NOT NULL,
    places text[] NOT NULL,
    corrected_cells text[] NOT NULL,
    sections jsonb NOT NULL,
    problems jsonb NOT NULL,
    origin text NOT NULL,
    upload_sha256 text,
    blanks_are_zero boolean NOT NULL,
    error_policy text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    created_by text NOT NULL,
    CONSTRAINT "PK_report_version" PRIMARY KEY (id),
    CONSTRAINT "UQ_report_version_report_id_number" UNIQUE (report_id, number),
    CONSTRAINT "FK_report_version_report_id" FOREIGN KEY (report_id) REFERENCES report (id),
    CONSTRAINT "FK_report_version_upload_sha256" FOREIGN KEY (upload_sha256) REFERENCES upload (sha256)
  );

  CREATE TABLE import_run (
    id uuid NOT NULL,
    at timestamptz(3) NOT NULL,
    actor text NOT NULL,
    options jsonb NOT NULL,
    CONSTRAINT "PK_import_run" PRIMARY KEY (id)
  );
  CREATE INDEX "IX_import_run_at" ON import_run (at);

  CREATE TABLE import_file (
    id uuid NOT NULL,
    run_id uuid NOT NULL,
    position int NOT NULL,
    file_name text NOT NULL,
    sha256 text,
    format text,
    encoding text,
    problems jsonb NOT NULL,
    reports jsonb NOT NULL,
    status text NOT NULL,
    CONSTRAINT "PK_import_file" PRIMARY KEY (id),
    CONSTRAINT "UQ_import_file_run_id_position" UNIQUE (run_id, position),
    CONSTRAINT "FK_import_file_run_id" FOREIGN KEY (run_id) REFERENCES import_run (id)
  );

  CREATE TABLE audit_entry (
    id uuid NOT NULL,
    chain text COLLATE "C" NOT NULL,
    sequence int NOT NULL,
    at timestamptz(3) NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    reason text,
    agency_id uuid,
    report_id uuid,
    version int,
    changes jsonb NOT NULL,
    details jsonb NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT "PK_audit_entry" PRIMARY KEY (id),
    CONSTRAINT "UQ_audit_entry_chain_sequence" UNIQUE (chain, sequence)
  );
  CREATE INDEX "IX_audit_entry_at" ON audit_entry (at, chain, sequence);
  CREATE INDEX "IX_audit_entry_report_id" ON audit_entry (report_id);

  CREATE TABLE audit_chain (
    chain text COLLATE "C" NOT NULL,
    length int NOT NULL,
    head text NOT NULL,
    CONSTRAINT "PK_audit_chain" PRIMARY KEY (chain)
  );

  CREATE TABLE token (
    id uuid NOT NULL,
    name text NOT NULL,
    hash text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    revoked_at timestamptz(3),
    CONSTRAINT "PK_token" PRIMARY KEY (id),
    CONSTRAINT "UQ_token_name" UNIQUE (name),
    CONSTRAINT "UQ_token_hash" UNIQUE (hash)
  );

  CREATE TABLE idempotent_answer (
    key text NOT NULL,
    actor text NOT NULL,
    request_hash text NOT NULL,
    answer jsonb NOT NULL,
    at timestamptz(3) NOT NULL,
    CONSTRAINT "PK_idempotent_answer" PRIMARY KEY (key, actor)
  );`;

/** What was filed, uploaded or logged stays as it was: only additions are let through. */
const immutability = `
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% on % is refused: it keeps what was filed, rows can only be added', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON report_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON upload
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`;
