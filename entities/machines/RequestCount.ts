import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often somebody asked one process of the service in one minute: the others count it in. */
@Entity('request_count')
export class RequestCount {
  /** Whole minutes since 1970, by the clock of the database. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'PK_request_count' })
  minute!: number;

  /** An address, a token or an account. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_request_count' })
  name!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_request_count' })
  process!: string;

  @Column('integer')
  count!: number;
}
