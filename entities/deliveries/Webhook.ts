import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Agency } from '../agencies/Agency.js';
import type { ChangeKind } from '../feed/ChangeKind.js';
import { Node } from '../Node.js';
import type { Id } from '../../src/brands/brands.js';

/** An address that is told when there is something new in the feed of changes. */
@ObjectType({ description: '通知地址：有新的变化时告诉它一声，变化本身由它自己来取', implements: Node })
@Entity('webhook')
export class Webhook {
  @Field(() => ID, { description: '编号' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_webhook' })
  id!: Id<'Webhook'>;

  @Field(() => String, { description: '地址' })
  @Column('text')
  url!: string;

  /** null: every kind. */
  @Column('text', { array: true, nullable: true })
  kinds!: ChangeKind[] | null;

  /** Of this agency and everything below it; null: of all. */
  @ForeignKey(() => Agency, { name: 'FK_webhook_agency_id' })
  @Column('uuid', { name: 'agency_id', nullable: true })
  agencyId!: Id<'Agency'> | null;

  /** What its deliveries are signed with, base64. Shown once. */
  @Column('text')
  secret!: string;

  /** How far in the feed it has been looked for what it wants to know. */
  @Column('bigint')
  position!: string;

  @Field(() => String, { description: '由谁登记' })
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Field(() => Date, { description: '登记时间' })
  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: '取消时间；没有取消时为 null' })
  @Column('timestamp with time zone', { name: 'removed_at', precision: 3, nullable: true })
  removedAt!: Date | null;
}
