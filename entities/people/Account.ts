import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '../../src/brands/brands.js';

/** A person who signs in. Closed when somebody leaves, never deleted: the audit trail goes on naming people. */
@Entity('account')
@Unique('UQ_account_name_key', ['nameKey'])
export class Account {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_account' })
  id!: Id<'Account'>;

  /** 账号: what is typed to sign in. Never changes. */
  @Column('text')
  name!: string;

  /** The name as it is looked up: whoever types a capital or a full-width letter means the same. */
  @Column('text', { name: 'name_key' })
  nameKey!: string;

  /** 姓名 */
  @Column('text', { name: 'display_name' })
  displayName!: string;

  @Column('text', { nullable: true })
  telephone!: string | null;

  /** With the parameters it was made with and a salt of its own. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  /** A first or reset password opens nothing but its own change. */
  @Column('boolean', { name: 'password_change_required' })
  passwordChangeRequired!: boolean;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('timestamp with time zone', { name: 'signed_in_at', precision: 3, nullable: true })
  signedInAt!: Date | null;

  @Column('text', { name: 'signed_in_from', nullable: true })
  signedInFrom!: string | null;

  @Column('timestamp with time zone', { name: 'closed_at', precision: 3, nullable: true })
  closedAt!: Date | null;
}
