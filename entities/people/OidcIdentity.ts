import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Account } from './Account.js';
import type { Id } from '../../src/brands/brands.js';

/** Who a person is for an OpenID provider. */
@Entity('oidc_identity')
@Unique('UQ_oidc_identity_issuer_subject', ['issuer', 'subject'])
export class OidcIdentity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_oidc_identity' })
  id!: Id<'Identity'>;

  @ForeignKey(() => Account, { name: 'FK_oidc_identity_account_id' })
  @Column('uuid', { name: 'account_id' })
  accountId!: Id<'Account'>;

  @Column('text')
  issuer!: string;

  @Column('text')
  subject!: string;

  @Column('timestamp with time zone', { name: 'bound_at', precision: 3 })
  boundAt!: Date;

  @Column('text', { name: 'bound_by' })
  boundBy!: string;
}
