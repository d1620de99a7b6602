import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Sha256 } from '../../src/brands/brands.js';

/** An uploaded file byte for byte: the proof in a dispute. */
@Entity('upload')
export class Upload {
  /** Of the bytes, in lower-case hexadecimal. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_upload' })
  sha256!: Sha256;

  @Column('bytea')
  bytes!: Uint8Array;

  @Column('int')
  size!: number;

  @Column('timestamp with time zone', { name: 'received_at', precision: 3 })
  receivedAt!: Date;
}
