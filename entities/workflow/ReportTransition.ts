import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Node } from '../Node.js';
import { Report } from '../reports/Report.js';
import { ReportStatus } from '../reports/ReportStatus.js';
import type { Id } from '../../src/brands/brands.js';

/** A step of a report from one status to the next. Never changed. */
@ObjectType('ReportStep', {
  description: '报告状态的一次变化，只增不改',
  simpleResolvers: true,
  implements: Node,
})
@Entity('report_transition')
@ForeignKey(() => Report, ['reportId', 'agencyId'], ['id', 'agencyId'], {
  name: 'FK_report_transition_report_id',
})
@Unique('UQ_report_transition_report_id_sequence', ['reportId', 'sequence', 'agencyId'])
export class ReportTransition {
  @Field(() => ID, { description: '编号' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_report_transition' })
  id!: Id<'Step'>;

  /** Whose it is: so that everything of an agency can be kept on one of several machines. */
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_report_transition' })
  agencyId!: Id<'Agency'>;

  @Column('uuid', { name: 'report_id' })
  reportId!: Id<'Report'>;

  /** 1, 2, 3, … of the report. */
  @Column('int')
  sequence!: number;

  // A simple resolver would look for a property of the name that the schema has.
  @Field(() => ReportStatus, { name: 'from', simple: false, description: '原来的状态' })
  @Column('text', { name: 'from_status' })
  fromStatus!: ReportStatus;

  @Field(() => ReportStatus, { name: 'to', simple: false, description: '变为' })
  @Column('text', { name: 'to_status' })
  toStatus!: ReportStatus;

  /** The version it was about. */
  @Field(() => Int, { description: '所据的版本' })
  @Column('int')
  version!: number;

  @Field(() => Date, { description: '时间' })
  @Column('timestamp with time zone', { precision: 3 })
  at!: Date;

  /** The name of the token. */
  @Field(() => String, { description: '操作人（令牌的名称）' })
  @Column('text')
  actor!: string;

  @Field(() => String, { nullable: true, description: '理由' })
  @Column('text', { nullable: true })
  reason!: string | null;
}
