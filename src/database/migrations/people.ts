import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People: accounts, the offices they act for, sessions, a second way in. */
export class People1764363600000 implements MigrationInterface {
  readonly name = 'People1764363600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid NOT NULL,
        name text NOT NULL,
        name_key text NOT NULL,
        display_name text NOT NULL,
        telephone text,
        password_hash text NOT NULL,
        password_change_required boolean NOT NULL,
        created_by text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        signed_in_at timestamptz(3),
        signed_in_from text,
        closed_at timestamptz(3),
        CONSTRAINT "PK_account" PRIMARY KEY (id),
        CONSTRAINT "UQ_account_name_key" UNIQUE (name_key)
      );
      CREATE TABLE account_office (
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        agency_id uuid,
        role text NOT NULL,
        position int NOT NULL,
        CONSTRAINT "PK_account_office" PRIMARY KEY (id),
        CONSTRAINT "UQ_account_office_account_id_agency_id_role" UNIQUE (account_id, agency_id, role),
        CONSTRAINT "FK_account_office_account_id" FOREIGN KEY (account_id) REFERENCES account (id),
        CONSTRAINT "FK_account_office_agency_id" FOREIGN KEY (agency_id) REFERENCES agency (id)
      );
      CREATE TABLE session (
        id uuid NOT NULL,
        hash text NOT NULL,
        account_id uuid NOT NULL,
        office_id uuid NOT NULL,
        started_at timestamptz(3) NOT NULL,
        seen_at timestamptz(3) NOT NULL,
        previous_at timestamptz(3),
        previous_from text,
        CONSTRAINT "PK_session" PRIMARY KEY (id),
        CONSTRAINT "UQ_session_hash" UNIQUE (hash),
        CONSTRAINT "FK_session_account_id" FOREIGN KEY (account_id) REFERENCES account (id),
        CONSTRAINT "FK_session_office_id" FOREIGN KEY (office_id) REFERENCES account_office (id)
      );
      CREATE INDEX "IX_session_account_id" ON session (account_id);
      CREATE TABLE sign_in_attempts (
        key text NOT NULL,
        count int NOT NULL,
        since timestamptz(3) NOT NULL,
        CONSTRAINT "PK_sign_in_attempts" PRIMARY KEY (key)
      );
      CREATE TABLE oidc_identity (
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        issuer text NOT NULL,
        subject text NOT NULL,
        bound_at timestamptz(3) NOT NULL,
        bound_by text NOT NULL,
        CONSTRAINT "PK_oidc_identity" PRIMARY KEY (id),
        CONSTRAINT "UQ_oidc_identity_issuer_subject" UNIQUE (issuer, subject),
        CONSTRAINT "FK_oidc_identity_account_id" FOREIGN KEY (account_id) REFERENCES account (id)
      );
      CREATE TABLE oidc_request (
        hash text NOT NULL,
        state text NOT NULL,
        nonce text NOT NULL,
        verifier text NOT NULL,
        at timestamptz(3) NOT NULL,
        CONSTRAINT "PK_oidc_request" PRIMARY KEY (hash)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE oidc_request, oidc_identity, sign_in_attempts, session, account_office, account;',
    );
  }
}
