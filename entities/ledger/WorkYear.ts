import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Agency } from '../agencies/Agency.js';
import type { Id } from '../../src/brands/brands.js';

/** The working days of a year in a jurisdiction (an agency and everything below it), as an administrator added them. */
@Entity('work_year')
export class WorkYear {
  @ForeignKey(() => Agency, { name: 'FK_work_year_agency_id' })
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_work_year' })
  agencyId!: Id<'Agency'>;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_work_year' })
  year!: number;

  /** The notice that says so. */
  @Column('text')
  source!: string;

  /** Days from Monday to Friday on which nobody works, as `MM-DD`. */
  @Column('text', { array: true })
  off!: string[];

  /** Saturdays and Sundays on which people work. */
  @Column('text', { array: true })
  working!: string[];
}
