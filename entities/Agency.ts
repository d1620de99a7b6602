import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** 行政机关: who files reports. */
@ObjectType({ description: '行政机关' })
@Entity('agency')
@Unique('UQ_agency_code', ['code'])
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

  @Field(() => Date, { description: '登记时间' })
  @Column('timestamp with time zone', { name: 'registered_at', precision: 3 })
  registeredAt!: Date;
}
