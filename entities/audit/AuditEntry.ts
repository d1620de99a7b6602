import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { Node } from '../Node.js';
import type { Role } from '../access/Role.js';
import type { StoredChange } from '../reports/StoredChange.js';
import type { Id } from '../../src/brands/brands.js';

export type AuditAction =
  | 'AGENCY_REGISTERED'
  | 'REPORT_IMPORTED'
  | 'CELL_CORRECTED'
  | 'REPORT_REVERTED'
  | 'TOKEN_CREATED'
  | 'TOKEN_REVOKED'
  | 'TOKEN_USED'
  | 'AGENCY_CHANGED'
  | 'DEADLINE_SET'
  | 'REQUIREMENT_SET'
  | 'SECTION_CORRECTED'
  | 'FINDING_EXPLAINED'
  | 'REPORT_CHECKED'
  | 'REPORT_SUBMITTED'
  | 'REPORT_WITHDRAWN'
  | 'REPORT_RETURNED'
  | 'REPORT_ACCEPTED'
  | 'REPORT_PUBLISHED'
  | 'REPORT_REOPENED'
  | 'REVISION_ABANDONED'
  | 'REPORT_CONSOLIDATED'
  | 'PROPOSAL_MADE'
  | 'PROPOSAL_DECLINED'
  | 'WAIVER_REQUESTED'
  | 'WAIVER_GRANTED'
  | 'WAIVER_REFUSED'
  | 'IMPORT_UNCHANGED'
  | 'IMPORT_CANCELLED'
  | 'SIGNED_IN'
  | 'SIGNED_OUT'
  | 'SIGN_IN_FAILED'
  | 'SIGN_IN_LOCKED'
  | 'OFFICE_CHOSEN'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RESET'
  | 'PERSON_CREATED'
  | 'PERSON_CHANGED'
  | 'PERSON_CLOSED'
  | 'PERSON_REOPENED'
  | 'IDENTITY_BOUND'
  | 'IDENTITY_UNBOUND'
  | 'WEBHOOK_REGISTERED'
  | 'WEBHOOK_REMOVED'
  | 'DELIVERY_REPEATED'
  | 'LEDGER_IMPORTED'
  | 'REPORT_COUNTED'
  | 'WORK_YEAR_SET'
  | 'REFUSED';

/** What an entry vouches for: digests of rows as they were when it was made. */
export interface Seals {
  readonly version?: string;
  readonly report?: string;
  /** The report of the year after, which is judged against this one. */
  readonly next?: { readonly report: string; readonly digest: string };
  readonly transition?: string;
  readonly agency?: string;
  readonly token?: string;
  readonly account?: string;
}

/** What the hash of an entry is made with: 商用密码 SM3 (GB/T 32905), or SHA-256. */
export type AuditAlgorithm = 'SHA-256' | 'SM3';

/** 留痕: who did what, when and why. Never changed, each entry carries the hash of the one before it. */
@ObjectType({ description: '留痕：谁在何时因何做了什么。只能追加，不能修改', implements: Node })
@Entity('audit_entry')
@Unique('UQ_audit_entry_chain_sequence', ['chain', 'sequence'])
@Index('IX_audit_entry_at', ['at', 'chain', 'sequence'])
@Index('IX_audit_entry_report_id', ['reportId'])
@Index('IX_audit_entry_agency_id', ['agencyId', 'at', 'chain', 'sequence'])
export class AuditEntry {
  @Field(() => ID, { description: '编号' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_audit_entry' })
  id!: Id<'Entry'>;

  /** The id of the agency, or `system`. */
  @Field(() => String, { description: '所属的链：机关的内部编号，或 system' })
  @PrimaryColumn({ type: 'text', collation: 'C', primaryKeyConstraintName: 'PK_audit_entry' })
  chain!: string;

  /** 1, 2, 3, … within the chain. */
  @Field(() => Int, { description: '在链中的序号' })
  @Column('int')
  sequence!: number;

  @Field(() => Date, { description: '时间' })
  @Column('timestamp with time zone', { precision: 3 })
  at!: Date;

  @Field(() => String, { description: '操作人：姓名（账号），或令牌的名称' })
  @Column('text')
  actor!: string;

  /** The role it was done in; null in entries from before there were roles, and of whoever is not signed in. */
  @Column('text', { nullable: true })
  role!: Role | null;

  /** Where the request came from; null on the command line. */
  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('text')
  action!: AuditAction;

  @Field(() => String, { nullable: true, description: '理由' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { name: 'agency_id', nullable: true })
  agencyId!: Id<'Agency'> | null;

  @Column('uuid', { name: 'report_id', nullable: true })
  reportId!: Id<'Report'> | null;

  /** The number of the version that came about. */
  @Column('int', { nullable: true })
  version!: number | null;

  /** The cells whose value changed. */
  @Column('jsonb')
  changes!: StoredChange[];

  @Column('jsonb')
  details!: Record<string, string | number | boolean | null>;

  /** null in entries from before there were seals, and of those that change nothing. */
  @Column('jsonb', { nullable: true })
  seals!: Seals | null;

  /** What the clock of the server said, where it was behind the entry before: `at` never is. */
  @Column('timestamp with time zone', { name: 'clock_at', precision: 3, nullable: true })
  clockAt!: Date | null;

  /** null: SHA-256. */
  @Column('text', { nullable: true })
  algorithm!: AuditAlgorithm | null;

  @Field(() => String, { description: '链中上一条的哈希值' })
  @Column('text', { name: 'previous_hash' })
  previousHash!: string;

  @Field(() => String, { description: '本条的哈希值（SHA-256 或 SM3）' })
  @Column('text')
  hash!: string;
}
