import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Node } from '../Node.js';
import { Report } from '../reports/Report.js';
import { WaiverStatus } from './WaiverStatus.js';
import type { Id } from '../../src/brands/brands.js';
import type { CellKey } from '../../src/cells.js';

/** 豁免: a finding that blocks submission and is let through by the supervising agency, for a reason and a time. */
@ObjectType({
  description: '豁免：主管部门准许一个核对结果不改而上报，有理由和期限',
  simpleResolvers: true,
  implements: Node,
})
@Entity('waiver')
@ForeignKey(() => Report, ['reportId', 'agencyId'], ['id', 'agencyId'], { name: 'FK_waiver_report_id' })
@Index('IX_waiver_report_id', ['reportId'])
export class Waiver {
  @Field(() => ID, { description: '编号' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_waiver' })
  id!: Id<'Waiver'>;

  /** Whose it is: so that everything of an agency can be kept on one of several machines. */
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_waiver' })
  agencyId!: Id<'Agency'>;

  @Column('uuid', { name: 'report_id' })
  reportId!: Id<'Report'>;

  @Field(() => String, { description: '规则编号' })
  @Column('text')
  rule!: string;

  @Column('text', { array: true })
  cells!: CellKey[];

  /** The sentence a prose rule points at. */
  @Column('text', { nullable: true })
  sentence!: string | null;

  /** The values it was asked for: it lapses when one of them changes. */
  @Column('text')
  operands!: string;

  @Field(() => String, { description: '申请理由' })
  @Column('text')
  reason!: string;

  @Field(() => String, { description: '申请人（令牌的名称）' })
  @Column('text')
  requester!: string;

  @Field(() => Date, { description: '申请的时间' })
  @Column('timestamp with time zone', { name: 'requested_at', precision: 3 })
  requestedAt!: Date;

  @Field(() => WaiverStatus, { description: '处理结果' })
  @Column('text')
  status!: WaiverStatus;

  @Field(() => String, { nullable: true, description: '处理人（令牌的名称）' })
  @Column('text', { nullable: true })
  approver!: string | null;

  @Field(() => Date, { nullable: true, description: '处理的时间' })
  @Column('timestamp with time zone', { name: 'decided_at', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '批准或不批准的理由' })
  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;

  @Field(() => Date, { nullable: true, description: '有效期止' })
  @Column('timestamp with time zone', { name: 'expires_at', precision: 3, nullable: true })
  expiresAt!: Date | null;
}
