import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Agency } from '../agencies/Agency.js';
import type { Role } from './Role.js';
import type { Id } from '../../src/brands/brands.js';

/** Who may use the service. The token itself is shown once and not kept. */
@Entity('token')
@Unique('UQ_token_name', ['name'])
@Unique('UQ_token_hash', ['hash'])
export class Token {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_token' })
  id!: Id<'Token'>;

  @Column('text')
  name!: string;

  /** SHA-256 of the token in lower-case hexadecimal. */
  @Column('text')
  hash!: string;

  @Column('text')
  role!: Role;

  /** The agency whose subtree it opens; null opens all. */
  @ForeignKey(() => Agency, { name: 'FK_token_scope_agency_id' })
  @Column('uuid', { name: 'scope_agency_id', nullable: true })
  scopeAgencyId!: Id<'Agency'> | null;

  /** From then on it opens nothing; null: until it is revoked. */
  @Column('timestamp with time zone', { name: 'expires_at', precision: 3, nullable: true })
  expiresAt!: Date | null;

  @Column('text', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('timestamp with time zone', { name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;
}
