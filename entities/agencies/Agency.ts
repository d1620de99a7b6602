import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Node } from '../Node.js';
import { AgencyKind } from './AgencyKind.js';
import { AgencyLevel } from './AgencyLevel.js';
import type { FormerName } from './FormerName.js';
import type { AgencyCode, Id } from '../../src/brands/brands.js';

/** 行政机关: who files reports. */
@ObjectType({ description: '行政机关', implements: Node })
@Entity('agency')
@Unique('UQ_agency_code', ['code'])
@Index('IX_agency_path', ['path'])
@Index('IX_agency_parent_id', ['parentId'])
@Index('IX_agency_name', ['name'])
@Index('IX_agency_aliases', ['aliases'], { type: 'gin' })
export class Agency {
  @Field(() => ID, { description: '内部编号' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_agency' })
  id!: Id<'Agency'>;

  /** Any string of the operator's choosing; the 统一社会信用代码 where known. */
  @Field(() => String, { description: '机关代码，登记时由使用单位确定，不重复' })
  @Column({ type: 'text', collation: 'C' })
  code!: AgencyCode;

  @Field(() => String, { description: '机关名称' })
  @Column('text')
  name!: string;

  @Field(() => [String], { description: '别名：报告标题中出现过的其他名称' })
  @Column('text', { array: true })
  aliases!: string[];

  /** The agency above in the reporting tree; null at its root. */
  @ForeignKey(() => Agency, { name: 'FK_agency_parent_id' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: Id<'Agency'> | null;

  /** The ids from the root down to itself, each with a `/` behind it: what is below begins with it. */
  @Column({ type: 'text', collation: 'C' })
  path!: string;

  /** 1 at the root. */
  @Field(() => Int, { description: '在上下级关系中的层数，最上级为 1' })
  @Column('int')
  depth!: number;

  /** 统一社会信用代码, GB 32100-2015. */
  @Field(() => String, { nullable: true, description: '统一社会信用代码' })
  @Column('text', { nullable: true })
  uscc!: string | null;

  /** 行政区划代码, GB/T 2260. */
  @Field(() => String, { nullable: true, description: '行政区划代码' })
  @Column('text', { name: 'division_code', nullable: true })
  divisionCode!: string | null;

  @Field(() => AgencyLevel, { nullable: true, description: '级别；不详时为 null' })
  @Column('text', { nullable: true })
  level!: AgencyLevel | null;

  @Field(() => AgencyKind, { nullable: true, description: '类型；不详时为 null' })
  @Column('text', { nullable: true })
  kind!: AgencyKind | null;

  /** 汇总户: its report is the sum of those below it. */
  @Field(() => Boolean, { description: '汇总户：它的报告是之下各机关之和' })
  @Column('boolean')
  consolidates!: boolean;

  /** Its own deadline as month and day, e.g. `01-20`; null: that of its jurisdiction. */
  @Field(() => String, { nullable: true, description: '自己的期限，月和日；null 为所在地方或法定的' })
  @Column('text', { nullable: true })
  deadline!: string | null;

  /** Whether it may make 规章; null while unknown. */
  @Field(() => Boolean, { nullable: true, description: '有无规章制定权；不详时为 null' })
  @Column('boolean', { name: 'makes_rules', nullable: true })
  makesRules!: boolean | null;

  /** Exists from this day on; null: always did. */
  @Column('date', { name: 'valid_from', nullable: true })
  validFrom!: string | null;

  /** Its last day; null: exists. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  /** What it was merged into. */
  @ForeignKey(() => Agency, { name: 'FK_agency_successor_id' })
  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId!: Id<'Agency'> | null;

  /** The names it had and until when. */
  @Column('jsonb', { name: 'former_names' })
  formerNames!: FormerName[];

  @Field(() => Date, { description: '登记时间' })
  @Column('timestamp with time zone', { name: 'registered_at', precision: 3 })
  registeredAt!: Date;
}
