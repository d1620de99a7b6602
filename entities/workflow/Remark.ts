import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Node } from '../Node.js';
import { Report } from '../reports/Report.js';
import { ReportTransition } from './ReportTransition.js';
import type { Id } from '../../src/brands/brands.js';
import type { CellKey } from '../../src/cells.js';

/** A remark on a cell, or on the whole report, with which a report was sent back. Never changed. */
@ObjectType({ description: '退回意见中的一条', simpleResolvers: true, implements: Node })
@Entity('remark')
@ForeignKey(() => Report, ['reportId', 'agencyId'], ['id', 'agencyId'], { name: 'FK_remark_report_id' })
@ForeignKey(() => ReportTransition, ['transitionId', 'agencyId'], ['id', 'agencyId'], {
  name: 'FK_remark_transition_id',
})
@Index('IX_remark_report_id', ['reportId'])
export class Remark {
  @Field(() => ID, { description: '编号' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_remark' })
  id!: Id<'Remark'>;

  /** Whose it is: so that everything of an agency can be kept on one of several machines. */
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_remark' })
  agencyId!: Id<'Agency'>;

  @Column('uuid', { name: 'report_id' })
  reportId!: Id<'Report'>;

  /** The step with which it was sent back. */
  @Column('uuid', { name: 'transition_id' })
  transitionId!: Id<'Step'>;

  @Column('int')
  position!: number;

  /** null: the report as a whole. */
  @Column('text', { nullable: true })
  cell!: CellKey | null;

  @Field(() => String, { description: '意见' })
  @Column('text')
  text!: string;
}
