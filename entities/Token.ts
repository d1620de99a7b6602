import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Who may use the service. The token itself is shown once and not kept. */
@Entity('token')
@Unique('UQ_token_name', ['name'])
@Unique('UQ_token_hash', ['hash'])
export class Token {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_token' })
  id!: string;

  @Column('text')
  name!: string;

  /** SHA-256 of the token in lower-case hexadecimal. */
  @Column('text')
  hash!: string;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('timestamp with time zone', { name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;
}
