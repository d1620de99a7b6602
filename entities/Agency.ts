import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AgencyKind } from './AgencyKind.js';
import type { AgencyLevel } from './AgencyLevel.js';
import type { FormerName } from './FormerName.js';

/** 行政机关: who files reports. */
@ObjectType({ description: '行政机关' })
@Entity('agency')
@Unique('UQ_agency_code', ['code'])
@Index('IX_agency_path', ['path'])
@Index('IX_agency_parent_id', ['parentId'])
@Index('IX_agency_name', ['name'])
@Index('IX_agency_aliases', ['aliases'], { type: 'gin' })
export class Agency {
  @Field(() => ID, { description: '内部编号' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_agency' })
  id!: string;

  /** Any string of the operator's choosing; the 统一社会信用代码 where known. */
  @Field(() => String, { description: '机关代码，登记时由使用单位确定，不重复' })
  @Column({ type: 'text', collation: 'C' })
  code!: string;

  @Field(() => String, { description: '机关名称' })
  @Column('text')
  name!: string;

  @Field(() => [String], { description: '别名：报告标题中出现过的其他名称' })
  @Column('text', { array: true })
  aliases!: string[];

  /** The agency above in the reporting tree; null at its root. */
  @ForeignKey(() => Agency, { name: 'FK_agency_parent_id' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  /** The ids from the root down to itself, each with a `/` behind it: what is below begins with it. */
  @Column({ type: 'text', collation: 'C' })
  path!: string;

  /** 1 at the root. */
  @Column('int')
  depth!: number;

  /** 统一社会信用代码, GB 32100-2015. */
  @Column('text', { nullable: true })
  uscc!: string | null;

  /** 行政区划代码, GB/T 2260. */
  @Column('text', { name: 'division_code', nullable: true })
  divisionCode!: string | null;

  @Column('text', { nullable: true })
  level!: AgencyLevel | null;

  @Column('text', { nullable: true })
  kind!: AgencyKind | null;

  /** 汇总户: its report is the sum of those below it. */
  @Column('boolean')
  consolidates!: boolean;

  /** Its own deadline as month and day, e.g. `01-20`; null: that of its jurisdiction. */
  @Column('text', { nullable: true })
  deadline!: string | null;

  /** Whether it may make 规章; null while unknown. */
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
  successorId!: string | null;

  /** The names it had and until when. */
  @Column('jsonb', { name: 'former_names' })
  formerNames!: FormerName[];

  @Field(() => Date, { description: '登记时间' })
  @Column('timestamp with time zone', { name: 'registered_at', precision: 3 })
  registeredAt!: Date;
}
