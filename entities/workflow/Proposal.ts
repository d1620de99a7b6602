import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Node } from '../Node.js';
import { Report } from '../reports/Report.js';
import { ProposalStatus } from './ProposalStatus.js';
import type { StoredChange } from '../reports/StoredChange.js';
import type { Id } from '../../src/brands/brands.js';

/** A change that somebody above proposes and the owner takes or declines. */
@ObjectType({
  description: '上级的修改建议：填报单位采纳后才成为更正',
  simpleResolvers: true,
  implements: Node,
})
@Entity('proposal')
@ForeignKey(() => Report, ['reportId', 'agencyId'], ['id', 'agencyId'], { name: 'FK_proposal_report_id' })
@Index('IX_proposal_report_id', ['reportId'])
export class Proposal {
  @Field(() => ID, { description: '编号' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_proposal' })
  id!: Id<'Proposal'>;

  /** Whose it is: so that everything of an agency can be kept on one of several machines. */
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_proposal' })
  agencyId!: Id<'Agency'>;

  @Column('uuid', { name: 'report_id' })
  reportId!: Id<'Report'>;

  /** The version it was proposed for. */
  @Field(() => Int, { description: '所据的版本' })
  @Column('int')
  version!: number;

  @Column('jsonb')
  changes!: StoredChange[];

  @Field(() => String, { description: '理由' })
  @Column('text')
  reason!: string;

  @Field(() => Date, { description: '提出的时间' })
  @Column('timestamp with time zone', { name: 'proposed_at', precision: 3 })
  proposedAt!: Date;

  @Field(() => String, { description: '提出人（令牌的名称）' })
  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Field(() => ProposalStatus, { description: '处理结果' })
  @Column('text')
  status!: ProposalStatus;

  @Field(() => Date, { nullable: true, description: '处理的时间' })
  @Column('timestamp with time zone', { name: 'decided_at', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '处理人' })
  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  /** Why it was declined. */
  @Field(() => String, { nullable: true, description: '不采纳的理由' })
  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;
}
