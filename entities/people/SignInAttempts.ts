import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often signing in has failed of late, for a name or from an address. */
@Entity('sign_in_attempts')
export class SignInAttempts {
  /** A digest: what somebody types as a name may be a password. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_sign_in_attempts' })
  key!: string;

  @Column('int')
  count!: number;

  @Column('timestamp with time zone', { precision: 3 })
  since!: Date;
}
