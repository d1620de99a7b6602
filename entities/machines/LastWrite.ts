import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the log of the database had come when somebody last changed something: who wrote it reads it again. */
@Entity('last_write')
export class LastWrite {
  /** The name of a token or of a person. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_last_write' })
  actor!: string;

  /** A place in the write-ahead log, in bytes from its beginning. */
  @Column('bigint')
  position!: string;
}
