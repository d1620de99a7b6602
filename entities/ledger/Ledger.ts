import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Agency } from '../agencies/Agency.js';
import type { Id } from '../../src/brands/brands.js';

/** The ledger of requests (依申请公开台账) of an agency for a year, as it now stands. */
@Entity('ledger')
@Unique('UQ_ledger_agency_id_year', ['agencyId', 'year'])
export class Ledger {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_ledger' })
  id!: Id<'Ledger'>;

  @ForeignKey(() => Agency, { name: 'FK_ledger_agency_id' })
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_ledger' })
  agencyId!: Id<'Agency'>;

  @Column('int')
  year!: number;

  /** Counts up with each import that changed a case. */
  @Column('int')
  version!: number;

  @Column('text', { name: 'form_id' })
  formId!: string;

  @Column('timestamp with time zone', { name: 'changed_at', precision: 3 })
  changedAt!: Date;
}
