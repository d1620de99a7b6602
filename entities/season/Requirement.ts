import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Agency } from '../agencies/Agency.js';
import type { Id } from '../../src/brands/brands.js';

/** What a jurisdiction (an agency and everything below it) asks of reports beyond the form, from a report year on. */
@Entity('requirement')
@Unique('UQ_requirement_agency_id_first_year', ['agencyId', 'firstYear'])
export class Requirement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_requirement' })
  id!: Id<'Requirement'>;

  @ForeignKey(() => Agency, { name: 'FK_requirement_agency_id' })
  @Column('uuid', { name: 'agency_id' })
  agencyId!: Id<'Agency'>;

  /** Of the reports for which it holds first. */
  @Column('int', { name: 'first_year' })
  firstYear!: number;

  /** Characters of 一, without white space; null without a limit. */
  @Column('int', { name: 'longest_overview', nullable: true })
  longestOverview!: number | null;

  /** In per cent: from this likeness to last year's prose on it counts as 雷同; null for the usual one. */
  @Column('int', { name: 'most_likeness', nullable: true })
  mostLikeness!: number | null;

  /** What the prose must say, in these words. */
  @Column('text', { array: true })
  statements!: readonly string[];
}
