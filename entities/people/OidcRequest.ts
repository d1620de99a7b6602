import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in that is on its way through an OpenID provider. Taken once. */
@Entity('oidc_request')
export class OidcRequest {
  /** SHA-256 of what the cookie holds. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_oidc_request' })
  hash!: string;

  @Column('text')
  state!: string;

  @Column('text')
  nonce!: string;

  @Column('text')
  verifier!: string;

  @Column('timestamp with time zone', { precision: 3 })
  at!: Date;
}
