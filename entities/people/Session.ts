import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from './Account.js';
import { AccountOffice } from './AccountOffice.js';
import type { Id } from '../../src/brands/brands.js';

/** Somebody is signed in. Kept while it lasts, for all processes of the service; when it ends the row goes. */
@Entity('session')
@Unique('UQ_session_hash', ['hash'])
@Index('IX_session_account_id', ['accountId'])
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_session' })
  id!: Id<'Session'>;

  /** SHA-256 of what the cookie holds. */
  @Column('text')
  hash!: string;

  @ForeignKey(() => Account, { name: 'FK_session_account_id' })
  @Column('uuid', { name: 'account_id' })
  accountId!: Id<'Account'>;

  /** For which the person acts now. */
  @ForeignKey(() => AccountOffice, { name: 'FK_session_office_id' })
  @Column('uuid', { name: 'office_id' })
  officeId!: Id<'Office'>;

  /** Or by way of an OpenID provider, which has passwords of its own. */
  @Column('boolean', { name: 'by_password', default: true })
  byPassword!: boolean;

  @Column('timestamp with time zone', { name: 'started_at', precision: 3 })
  startedAt!: Date;

  /** To the minute or so. */
  @Column('timestamp with time zone', { name: 'seen_at', precision: 3 })
  seenAt!: Date;

  /** The sign-in before this one, as the person is told. */
  @Column('timestamp with time zone', { name: 'previous_at', precision: 3, nullable: true })
  previousAt!: Date | null;

  @Column('text', { name: 'previous_from', nullable: true })
  previousFrom!: string | null;
}
