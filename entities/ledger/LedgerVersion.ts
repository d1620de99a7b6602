import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Ledger } from './Ledger.js';
import type { Id, Sha256 } from '../../src/brands/brands.js';

/** One import of a ledger and what it did. The file itself is not kept. */
@Entity('ledger_version')
@ForeignKey(() => Ledger, ['ledgerId', 'agencyId'], ['id', 'agencyId'], {
  name: 'FK_ledger_version_ledger_id',
})
export class LedgerVersion {
  @PrimaryColumn('uuid', { name: 'ledger_id', primaryKeyConstraintName: 'PK_ledger_version' })
  ledgerId!: Id<'Ledger'>;

  /** 1, 2, 3, … */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_ledger_version' })
  number!: number;

  /** Whose it is: so that everything of an agency can be kept on one of several machines. */
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_ledger_version' })
  agencyId!: Id<'Agency'>;

  /** Of the file that was imported, in lower-case hexadecimal. */
  @Column('text')
  sha256!: Sha256;

  /** Of the words it was read with. */
  @Column('text', { name: 'words_hash' })
  wordsHash!: string;

  @Column('int')
  cases!: number;

  @Column('int')
  came!: number;

  @Column('int')
  went!: number;

  @Column('int')
  changed!: number;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('text', { name: 'created_by' })
  createdBy!: string;
}
