import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Agency } from '../agencies/Agency.js';
import { Node } from '../Node.js';
import type { DeliveryChannel } from './DeliveryChannel.js';
import type { DeliveryState } from './DeliveryState.js';
import { Webhook } from './Webhook.js';
import type { Id } from '../../src/brands/brands.js';

/** What was sent to a connected system, or is to be, and what it answered. */
@ObjectType({ description: '一次送达：送给谁、送到没有、对方怎样答复', implements: Node })
@Entity('delivery')
@Index('IX_delivery_created_at', ['createdAt', 'id'])
@Index('IX_delivery_webhook_id', ['webhookId'])
@Index('IX_delivery_waiting', ['nextAt'], { where: `"state" = 'WAITING'` })
@Index('UX_delivery_drop', ['target', 'position'], { unique: true, where: `"channel" = 'DROP'` })
export class Delivery {
  @Field(() => ID, { description: '编号；通知的 webhook-id' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_delivery' })
  id!: Id<'Delivery'>;

  @Column('text')
  channel!: DeliveryChannel;

  @ForeignKey(() => Webhook, { name: 'FK_delivery_webhook_id' })
  @Column('uuid', { name: 'webhook_id', nullable: true })
  webhookId!: Id<'Webhook'> | null;

  /** Whose it is to know of: of the webhook, or of the change; null: of those who see everything. */
  @ForeignKey(() => Agency, { name: 'FK_delivery_agency_id' })
  @Column('uuid', { name: 'agency_id', nullable: true })
  agencyId!: Id<'Agency'> | null;

  @Field(() => String, { description: '送到哪里：地址，或文件夹' })
  @Column('text')
  target!: string;

  /** Of the feed: the change that was delivered, or the newest one that is told of. */
  @Column('bigint')
  position!: string;

  /** The name of a folder that was dropped. */
  @Field(() => String, { nullable: true, description: '文件夹的名称；通知的为 null' })
  @Column('text', { nullable: true })
  key!: string | null;

  @Column('text')
  state!: DeliveryState;

  /** How often it has been tried since somebody last asked for it. */
  @Column('int')
  tries!: number;

  @Field(() => Date, { description: '从何时起要送' })
  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: '下一次何时再送；不再送的为 null' })
  @Column('timestamp with time zone', { name: 'next_at', precision: 3, nullable: true })
  nextAt!: Date | null;

  @Field(() => String, { nullable: true, description: '回执：对方最后的答复；还没有时为 null' })
  @Column('text', { nullable: true })
  receipt!: string | null;

  @Field(() => Date, { nullable: true, description: '回执的时间' })
  @Column('timestamp with time zone', { name: 'receipt_at', precision: 3, nullable: true })
  receiptAt!: Date | null;
}
