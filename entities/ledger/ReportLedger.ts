import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Report } from '../reports/Report.js';
import { Ledger } from './Ledger.js';
import type { Id } from '../../src/brands/brands.js';

/** Which version of a report was counted from which version of a ledger. */
@Entity('report_ledger')
@ForeignKey(() => Report, ['reportId', 'agencyId'], ['id', 'agencyId'], {
  name: 'FK_report_ledger_report_id',
})
@ForeignKey(() => Ledger, ['ledgerId', 'agencyId'], ['id', 'agencyId'], {
  name: 'FK_report_ledger_ledger_id',
})
export class ReportLedger {
  @PrimaryColumn('uuid', { name: 'report_id', primaryKeyConstraintName: 'PK_report_ledger' })
  reportId!: Id<'Report'>;

  @PrimaryColumn('int', { name: 'report_version', primaryKeyConstraintName: 'PK_report_ledger' })
  reportVersion!: number;

  /** Whose it is: so that everything of an agency can be kept on one of several machines. */
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_report_ledger' })
  agencyId!: Id<'Agency'>;

  @Column('uuid', { name: 'ledger_id' })
  ledgerId!: Id<'Ledger'>;

  @Column('int', { name: 'ledger_version' })
  ledgerVersion!: number;
}
