import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '../access/Role.js';
import { Agency } from '../agencies/Agency.js';
import { Account } from './Account.js';
import type { Id } from '../../src/brands/brands.js';

/** For which office a person acts, and in which role. One person may have several. */
@Entity('account_office')
@Unique('UQ_account_office_account_id_agency_id_role', ['accountId', 'agencyId', 'role'])
export class AccountOffice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_account_office' })
  id!: Id<'Office'>;

  @ForeignKey(() => Account, { name: 'FK_account_office_account_id' })
  @Column('uuid', { name: 'account_id' })
  accountId!: Id<'Account'>;

  /** The agency whose subtree it opens; null opens all. */
  @ForeignKey(() => Agency, { name: 'FK_account_office_agency_id' })
  @Column('uuid', { name: 'agency_id', nullable: true })
  agencyId!: Id<'Agency'> | null;

  @Column('text')
  role!: Role;

  /** The first is acted for after signing in. */
  @Column('int')
  position!: number;
}
