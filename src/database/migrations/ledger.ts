import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ledgers of requests, case by case, and what their offices have confirmed. */
export class Ledgers1764475200000 implements MigrationInterface {
  readonly name = 'Ledgers1764475200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger (
        id uuid NOT NULL,
        agency_id uuid NOT NULL,
        year int NOT NULL,
        version int NOT NULL,
        form_id text NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        CONSTRAINT "PK_ledger" PRIMARY KEY (id),
        CONSTRAINT "UQ_ledger_agency_id_year" UNIQUE (agency_id, year),
        CONSTRAINT "FK_ledger_agency_id" FOREIGN KEY (agency_id) REFERENCES agency (id)
      );
      CREATE TABLE ledger_version (
        ledger_id uuid NOT NULL,
        number int NOT NULL,
        sha256 text NOT NULL,
        words_hash text NOT NULL,
        cases int NOT NULL,
        came int NOT NULL,
        went int NOT NULL,
        changed int NOT NULL,
        created_at timestamptz(3) NOT NULL,
        created_by text NOT NULL,
        CONSTRAINT "PK_ledger_version" PRIMARY KEY (ledger_id, number),
        CONSTRAINT "FK_ledger_version_ledger_id" FOREIGN KEY (ledger_id) REFERENCES ledger (id)
      );
      CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_version
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TABLE ledger_case (
        ledger_id uuid NOT NULL,
        number text COLLATE "C" NOT NULL,
        from_version int NOT NULL,
        to_version int,
        applicant text,
        received text COLLATE "C",
        channel text,
        correction_asked text,
        correction_received text,
        third_party_asked text,
        third_party_replied text,
        extended text,
        answered text COLLATE "C",
        outcome text,
        fee text,
        reconsideration_result text,
        litigation_route text,
        litigation_result text,
        CONSTRAINT "PK_ledger_case" PRIMARY KEY (ledger_id, number, from_version),
        CONSTRAINT "FK_ledger_case_ledger_id" FOREIGN KEY (ledger_id) REFERENCES ledger (id)
      );
      CREATE INDEX "IX_ledger_case_current" ON ledger_case (ledger_id) WHERE to_version IS NULL;
      CREATE TABLE ledger_words (
        agency_id uuid NOT NULL,
        words jsonb NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        changed_by text NOT NULL,
        CONSTRAINT "PK_ledger_words" PRIMARY KEY (agency_id),
        CONSTRAINT "FK_ledger_words_agency_id" FOREIGN KEY (agency_id) REFERENCES agency (id)
      );
      CREATE TABLE work_year (
        agency_id uuid NOT NULL,
        year int NOT NULL,
        source text NOT NULL,
        off text[] NOT NULL,
        working text[] NOT NULL,
        CONSTRAINT "PK_work_year" PRIMARY KEY (agency_id, year),
        CONSTRAINT "FK_work_year_agency_id" FOREIGN KEY (agency_id) REFERENCES agency (id)
      );
      CREATE TABLE report_ledger (
        report_id uuid NOT NULL,
        report_version int NOT NULL,
        ledger_id uuid NOT NULL,
        ledger_version int NOT NULL,
        CONSTRAINT "PK_report_ledger" PRIMARY KEY (report_id, report_version),
        CONSTRAINT "FK_report_ledger_report_id" FOREIGN KEY (report_id) REFERENCES report (id),
        CONSTRAINT "FK_report_ledger_ledger_id" FOREIGN KEY (ledger_id) REFERENCES ledger (id)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE report_ledger, work_year, ledger_words, ledger_case, ledger_version, ledger;',
    );
  }
}
