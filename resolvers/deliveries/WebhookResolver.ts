import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import { listDeliveries } from '../../src/filing/deliveries/listDeliveries.js';
import { listWebhooks, type WebhookRecord } from '../../src/filing/deliveries/listWebhooks.js';
import { registerWebhook, removeWebhook } from '../../src/filing/deliveries/webhooks.js';
import { acting, reading, type Context, type RootContext } from '../edge/Context.js';
import { PageAsked, type PageArguments, Reason } from '../edge/arguments.js';
import { pageRequest, toConnection, type Connection } from '../edge/connection.js';
import { orUserErrors } from '../edge/userErrors.js';
import { ChangeKind } from '../feed/types.js';
import {
  DeliveryConnection,
  Webhook,
  WebhookConnection,
  WebhookRegisterPayload,
  WebhookRemovePayload,
} from './types.js';

@Resolver(() => Webhook)
export class WebhookResolver {
  @Query(() => WebhookConnection, {
    nullable: true,
    description: '登记过的通知地址，最早的在前；只有范围不大于自己的',
  })
  async webhooks(
    @Ctx() context: RootContext,
    @PageAsked(50) asked: PageArguments,
  ): Promise<Connection<object>> {
    const page = pageRequest(asked, 50);
    return toConnection(await listWebhooks(context.manager, context.actor, page), (webhook) => webhook);
  }

  @FieldResolver(() => [ChangeKind], { nullable: true, description: '通知哪几种变化；null 为全部' })
  kinds(@Root() webhook: WebhookRecord): ChangeKind[] | null {
    return webhook.kinds;
  }

  @FieldResolver(() => Agency, { nullable: true, description: '通知这个机关及其下级的变化；null 为全部' })
  under(@Root() webhook: WebhookRecord): Agency | null {
    return webhook.under;
  }

  @FieldResolver(() => DeliveryConnection, { description: '给它的送达，最近的在前' })
  async deliveries(
    @Root() { id }: WebhookRecord,
    @Ctx() context: Context,
    @PageAsked(20) asked: PageArguments,
  ): Promise<Connection<object>> {
    const { manager, actor } = reading(context, 'Query.deliveries');
    const page = pageRequest(asked, 20);
    const found = await listDeliveries(manager, actor, { ...page, filter: { webhook: id } });
    return toConnection(found, (delivery) => delivery);
  }

  @Mutation(() => WebhookRegisterPayload, {
    description: '登记通知地址：有新的变化时，向它 POST 一个游标，按 Standard Webhooks 签名',
  })
  webhookRegister(
    @Ctx() context: RootContext,
    @Arg('url', () => String, {
      description: '地址；须在运行服务的人允许的名单（NIANBAO_WEBHOOK_TARGETS）里',
    })
    url: string,
    @Arg('kinds', () => [ChangeKind], { nullable: true, description: '通知哪几种变化；不填时为全部' })
    kinds: ChangeKind[] | null,
    @Arg('under', () => String, {
      nullable: true,
      description: '只通知这个机关（代码）和它之下的变化；不填时为自己的范围',
    })
    under: string | null,
  ): Promise<WebhookRegisterPayload> {
    const request = { url, kinds: kinds ?? null, under: under ?? null };
    return orUserErrors<WebhookRegisterPayload>(
      async () => {
        const registered = await acting(context, (manager, actor) =>
          registerWebhook(manager, actor, { webhook: request, allowed: context.webhookTargets }),
        );
        return { ...registered, userErrors: [] };
      },
      (userErrors) => ({ webhook: null, secret: null, userErrors }),
    );
  }

  @Mutation(() => WebhookRemovePayload, { description: '取消通知地址，还没有送到的不再送' })
  webhookRemove(
    @Ctx() context: RootContext,
    @Arg('id', () => ID, { description: '通知地址的编号' }) id: string,
    @Reason('为什么取消') reason: string,
  ): Promise<WebhookRemovePayload> {
    return orUserErrors<WebhookRemovePayload>(
      async () => ({
        webhook: await acting(context, (manager, actor) => removeWebhook(manager, actor, { id, reason })),
        userErrors: [],
      }),
      (userErrors) => ({ webhook: null, userErrors }),
    );
  }
}
