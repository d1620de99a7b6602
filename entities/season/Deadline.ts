import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Agency } from '../agencies/Agency.js';
import type { AgencyKind } from '../agencies/AgencyKind.js';
import type { Id } from '../../src/brands/brands.js';

/** An earlier date set for a jurisdiction (an agency and everything below it) and a kind of agency. */
@Entity('deadline')
@Unique('UQ_deadline_agency_id_kind', ['agencyId', 'kind'])
export class Deadline {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_deadline' })
  id!: Id<'Deadline'>;

  @ForeignKey(() => Agency, { name: 'FK_deadline_agency_id' })
  @Column('uuid', { name: 'agency_id' })
  agencyId!: Id<'Agency'>;

  @Column('text')
  kind!: AgencyKind;

  /** Month and day of the year after the report year, e.g. `01-20`. */
  @Column('text')
  day!: string;
}
