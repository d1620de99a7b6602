import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What jurisdictions ask of reports beyond the form, by area and year. */
export class Requirements1764486000000 implements MigrationInterface {
  readonly name = 'Requirements1764486000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE requirement (
        id uuid NOT NULL,
        agency_id uuid NOT NULL,
        first_year int NOT NULL,
        longest_overview int,
        most_likeness int,
        statements text[] NOT NULL,
        CONSTRAINT "PK_requirement" PRIMARY KEY (id),
        CONSTRAINT "UQ_requirement_agency_id_first_year" UNIQUE (agency_id, first_year),
        CONSTRAINT "FK_requirement_agency_id" FOREIGN KEY (agency_id) REFERENCES agency (id)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE requirement;');
  }
}
