import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Report } from '../reports/Report.js';
import { Ledger } from './Ledger.js';
import type { Id } from '../../src/brands/brands.js';

/** Which version of a report was counted from which version of a ledger. */
@Entity('report_ledger')
export class ReportLedger {
  @ForeignKey(() => Report, { name: 'FK_report_ledger_report_id' })
  @PrimaryColumn('uuid', { name: 'report_id', primaryKeyConstraintName: 'PK_report_ledger' })
  reportId!: Id<'Report'>;

  @PrimaryColumn('int', { name: 'report_version', primaryKeyConstraintName: 'PK_report_ledger' })
  reportVersion!: number;

  @ForeignKey(() => Ledger, { name: 'FK_report_ledger_ledger_id' })
  @Column('uuid', { name: 'ledger_id' })
  ledgerId!: Id<'Ledger'>;

  @Column('int', { name: 'ledger_version' })
  ledgerVersion!: number;
}
