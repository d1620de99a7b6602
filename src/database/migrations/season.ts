import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The season: the reporting tree, rights, explanations, the way of a report to publication. */
export class Season1764288000000 implements MigrationInterface {
  readonly name = 'Season1764288000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tree);
    await runner.query(rights);
    await runner.query(checks);
    await runner.query(steps);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE deadline, publication, waiver, proposal, remark, report_transition, explanation;
      ALTER TABLE report_version DROP COLUMN headings, DROP COLUMN dated_on;
      ALTER TABLE report DROP COLUMN published_version, DROP COLUMN submitted_at, DROP COLUMN published_at,
        DROP COLUMN rule_set, DROP COLUMN checked_at, DROP COLUMN check_cause, DROP COLUMN stale;
      ALTER TABLE audit_entry DROP COLUMN role, DROP COLUMN address, DROP COLUMN request_id;
      ALTER TABLE token DROP COLUMN role, DROP COLUMN scope_agency_id, DROP COLUMN expires_at,
        DROP COLUMN created_by;
      ALTER TABLE agency DROP COLUMN parent_id, DROP COLUMN path, DROP COLUMN depth, DROP COLUMN uscc,
        DROP COLUMN division_code, DROP COLUMN level, DROP COLUMN kind, DROP COLUMN consolidates,
        DROP COLUMN deadline, DROP COLUMN makes_rules, DROP COLUMN valid_from, DROP COLUMN valid_to,
        DROP COLUMN successor_id, DROP COLUMN former_names;`);
  }
}

/** Agencies registered so far stand beside each other, each at a root of its own. */
const tree = `
  ALTER TABLE agency
    ADD COLUMN parent_id uuid CONSTRAINT "FK_agency_parent_id" REFERENCES agency (id),
    ADD COLUMN path text COLLATE "C",
    ADD COLUMN depth int NOT NULL DEFAULT 1,
    ADD COLUMN uscc text,
    ADD COLUMN division_code text,
    ADD COLUMN level text,
    ADD COLUMN kind text,
    ADD COLUMN consolidates boolean NOT NULL DEFAULT false,
    ADD COLUMN deadline text,
    ADD COLUMN makes_rules boolean,
    ADD COLUMN valid_from date,
    ADD COLUMN valid_to date,
    ADD COLUMN successor_id uuid CONSTRAINT "FK_agency_successor_id" REFERENCES agency (id),
    ADD COLUMN former_names jsonb NOT NULL DEFAULT '[]';
  UPDATE agency SET path = '/' || id || '/';
  ALTER TABLE agency ALTER COLUMN path SET NOT NULL, ALTER COLUMN depth DROP DEFAULT,
    ALTER COLUMN consolidates DROP DEFAULT, ALTER COLUMN former_names DROP DEFAULT;
  CREATE INDEX "IX_agency_path" ON agency (path);
  CREATE INDEX "IX_agency_parent_id" ON agency (parent_id);`;

/** Tokens created so far could do everything: they stay what they were. */
const rights = `
  ALTER TABLE token
    ADD COLUMN role text NOT NULL DEFAULT 'ADMINISTRATOR',
    ADD COLUMN scope_agency_id uuid CONSTRAINT "FK_token_scope_agency_id" REFERENCES agency (id),
    ADD COLUMN expires_at timestamptz(3),
    ADD COLUMN created_by text;
  ALTER TABLE token ALTER COLUMN role DROP DEFAULT;
  ALTER TABLE audit_entry ADD COLUMN role text, ADD COLUMN address text, ADD COLUMN request_id text;`;

/** Reports checked so far were judged by rules that had no versions yet. */
const checks = `
  ALTER TABLE report
    ADD COLUMN published_version int,
    ADD COLUMN submitted_at timestamptz(3),
    ADD COLUMN published_at timestamptz(3),
    ADD COLUMN rule_set text NOT NULL DEFAULT '',
    ADD COLUMN checked_at timestamptz(3),
    ADD COLUMN check_cause text NOT NULL DEFAULT 'VERSION',
    ADD COLUMN stale boolean NOT NULL DEFAULT false;
  UPDATE report SET checked_at = changed_at;
  ALTER TABLE report ALTER COLUMN rule_set DROP DEFAULT, ALTER COLUMN checked_at SET NOT NULL,
    ALTER COLUMN check_cause DROP DEFAULT, ALTER COLUMN stale DROP DEFAULT;
  ALTER TABLE report_version ADD COLUMN headings text[], ADD COLUMN dated_on text;
  CREATE TABLE explanation (
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    sequence int NOT NULL,
    rule text NOT NULL,
    cells text[] NOT NULL,
    sentence text,
    operands text NOT NULL,
    text text NOT NULL,
    version int NOT NULL,
    at timestamptz(3) NOT NULL,
    author text NOT NULL,
    CONSTRAINT "PK_explanation" PRIMARY KEY (id),
    CONSTRAINT "UQ_explanation_report_id_sequence" UNIQUE (report_id, sequence),
    CONSTRAINT "FK_explanation_report_id" FOREIGN KEY (report_id) REFERENCES report (id)
  );
  CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON explanation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`;

const steps = `
  CREATE TABLE report_transition (
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    sequence int NOT NULL,
    from_status text NOT NULL,
    to_status text NOT NULL,
    version int NOT NULL,
    at timestamptz(3) NOT NULL,
    actor text NOT NULL,
    reason text,
    CONSTRAINT "PK_report_transition" PRIMARY KEY (id),
    CONSTRAINT "UQ_report_transition_report_id_sequence" UNIQUE (report_id, sequence),
    CONSTRAINT "FK_report_transition_report_id" FOREIGN KEY (report_id) REFERENCES report (id)
  );
  CREATE TABLE remark (
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    transition_id uuid NOT NULL,
    position int NOT NULL,
    cell text,
    text text NOT NULL,
    CONSTRAINT "PK_remark" PRIMARY KEY (id),
    CONSTRAINT "FK_remark_report_id" FOREIGN KEY (report_id) REFERENCES report (id),
    CONSTRAINT "FK_remark_transition_id" FOREIGN KEY (transition_id) REFERENCES report_transition (id)
  );
  CREATE INDEX "IX_remark_report_id" ON remark (report_id);
  CREATE TABLE proposal (
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    version int NOT NULL,
    changes jsonb NOT NULL,
    reason text NOT NULL,
    proposed_at timestamptz(3) NOT NULL,
    proposed_by text NOT NULL,
    status text NOT NULL,
    decided_at timestamptz(3),
    decided_by text,
    decision_reason text,
    CONSTRAINT "PK_proposal" PRIMARY KEY (id),
    CONSTRAINT "FK_proposal_report_id" FOREIGN KEY (report_id) REFERENCES report (id)
  );
  CREATE INDEX "IX_proposal_report_id" ON proposal (report_id);
  CREATE TABLE waiver (
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    rule text NOT NULL,
    cells text[] NOT NULL,
    sentence text,
    operands text NOT NULL,
    reason text NOT NULL,
    requester text NOT NULL,
    requested_at timestamptz(3) NOT NULL,
    status text NOT NULL,
    approver text,
    decided_at timestamptz(3),
    decision_reason text,
    expires_at timestamptz(3),
    CONSTRAINT "PK_waiver" PRIMARY KEY (id),
    CONSTRAINT "FK_waiver_report_id" FOREIGN KEY (report_id) REFERENCES report (id)
  );
  CREATE INDEX "IX_waiver_report_id" ON waiver (report_id);
  CREATE TABLE publication (
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    number int NOT NULL,
    version int NOT NULL,
    published_at timestamptz(3) NOT NULL,
    published_by text NOT NULL,
    reason text,
    rule_set text NOT NULL,
    findings jsonb NOT NULL,
    explanation_ids uuid[] NOT NULL,
    waiver_ids uuid[] NOT NULL,
    upload_sha256 text,
    changes jsonb NOT NULL,
    audit_head text NOT NULL,
    CONSTRAINT "PK_publication" PRIMARY KEY (id),
    CONSTRAINT "UQ_publication_report_id_number" UNIQUE (report_id, number),
    CONSTRAINT "FK_publication_report_id" FOREIGN KEY (report_id) REFERENCES report (id)
  );
  CREATE TABLE deadline (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    kind text NOT NULL,
    day text NOT NULL,
    CONSTRAINT "PK_deadline" PRIMARY KEY (id),
    CONSTRAINT "UQ_deadline_agency_id_kind" UNIQUE (agency_id, kind),
    CONSTRAINT "FK_deadline_agency_id" FOREIGN KEY (agency_id) REFERENCES agency (id)
  );
  CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON report_transition
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON remark
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON publication
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`;
