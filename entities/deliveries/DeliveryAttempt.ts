import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Delivery } from './Delivery.js';
import type { Id } from '../../src/brands/brands.js';

/** One try to deliver something. */
@ObjectType({ description: '送达的一次尝试', simpleResolvers: true })
@Entity('delivery_attempt')
export class DeliveryAttempt {
  @ForeignKey(() => Delivery, { name: 'FK_delivery_attempt_delivery_id' })
  @PrimaryColumn('uuid', { name: 'delivery_id', primaryKeyConstraintName: 'PK_delivery_attempt' })
  deliveryId!: Id<'Delivery'>;

  @Field(() => Int, { description: '第几次' })
  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_delivery_attempt' })
  number!: number;

  @Field(() => Date, { description: '时间' })
  @Column('timestamp with time zone', { precision: 3 })
  at!: Date;

  @Field(() => Int, { nullable: true, description: 'HTTP 状态；没有得到答复时为 null' })
  @Column('int', { nullable: true })
  status!: number | null;

  @Field(() => String, { nullable: true, description: '答复的开头，或没有送到的原因' })
  @Column('text', { nullable: true })
  answer!: string | null;

  @Field(() => Int, { description: '用了多少毫秒' })
  @Column('int')
  milliseconds!: number;
}
