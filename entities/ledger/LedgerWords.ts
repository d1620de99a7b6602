import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Agency } from '../agencies/Agency.js';
import type { Id } from '../../src/brands/brands.js';

/** What an office has confirmed of its ledger: which column is what, and what its words mean. */
@Entity('ledger_words')
export class LedgerWords {
  @ForeignKey(() => Agency, { name: 'FK_ledger_words_agency_id' })
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_ledger_words' })
  agencyId!: Id<'Agency'>;

  @Column('jsonb')
  words!: object;

  @Column('timestamp with time zone', { name: 'changed_at', precision: 3 })
  changedAt!: Date;

  @Column('text', { name: 'changed_by' })
  changedBy!: string;
}
