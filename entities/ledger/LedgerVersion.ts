import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Ledger } from './Ledger.js';
import type { Id, Sha256 } from '../../src/brands/brands.js';

/** One import of a ledger and what it did. The file itself is not kept. */
@Entity('ledger_version')
export class LedgerVersion {
  @ForeignKey(() => Ledger, { name: 'FK_ledger_version_ledger_id' })
  @PrimaryColumn('uuid', { name: 'ledger_id', primaryKeyConstraintName: 'PK_ledger_version' })
  ledgerId!: Id<'Ledger'>;

  /** 1, 2, 3, … */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_ledger_version' })
  number!: number;

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
