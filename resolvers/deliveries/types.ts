import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Delivery } from '../../entities/deliveries/Delivery.js';
import { DeliveryChannel } from '../../entities/deliveries/DeliveryChannel.js';
import { DeliveryState } from '../../entities/deliveries/DeliveryState.js';
import { Webhook } from '../../entities/deliveries/Webhook.js';
import type { DeliveryRecord } from '../../src/filing/deliveries/listDeliveries.js';
import type { WebhookRecord } from '../../src/filing/deliveries/listWebhooks.js';
import { connectionOf } from '../edge/connection.js';
import { UserError } from '../edge/userErrors.js';

registerEnumType(DeliveryChannel, {
  name: 'DeliveryChannel',
  description: '送达的方式',
  valuesConfig: {
    WEBHOOK: { description: '通知：告诉登记的地址有新的变化' },
    DROP: { description: '文件夹：nianbao drop 写出的一次变化' },
  },
});

registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: '送达的进展',
  valuesConfig: {
    WAITING: { description: '还要送' },
    DELIVERED: { description: '已送到' },
    FAILED: { description: '没有送到，不再送' },
    ACKNOWLEDGED: { description: '对方已签收' },
    REJECTED: { description: '对方退回' },
  },
});

export { Delivery, DeliveryChannel, DeliveryState, Webhook };

export const WebhookConnection = connectionOf<object>('Webhook', '通知地址', () => Webhook);
export const DeliveryConnection = connectionOf<object>('Delivery', '送达', () => Delivery);

@ObjectType({ description: '登记通知地址的结果', simpleResolvers: true })
export class WebhookRegisterPayload {
  @Field(() => Webhook, { nullable: true, description: '登记的通知地址；失败时为 null' })
  webhook!: WebhookRecord | null;

  @Field(() => String, {
    nullable: true,
    description: '签名的密钥（Standard Webhooks 的 whsec_…），以后不再显示；失败时为 null',
  })
  secret!: string | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

@ObjectType({ description: '取消通知地址的结果', simpleResolvers: true })
export class WebhookRemovePayload {
  @Field(() => Webhook, { nullable: true, description: '取消的通知地址；失败时为 null' })
  webhook!: WebhookRecord | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

@ObjectType({ description: '重新送达的结果', simpleResolvers: true })
export class DeliveryRepeatPayload {
  @Field(() => Delivery, { nullable: true, description: '要重新送的；失败时为 null' })
  delivery!: DeliveryRecord | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

@InputType({ description: '送达的筛选条件，须同时满足' })
export class DeliveryFilter {
  @Field(() => [DeliveryChannel], { nullable: true, description: '方式' })
  channels?: DeliveryChannel[] | null;

  @Field(() => [DeliveryState], { nullable: true, description: '进展' })
  states?: DeliveryState[] | null;

  @Field(() => ID, { nullable: true, description: '哪个通知地址（编号）' })
  webhook?: string | null;
}
