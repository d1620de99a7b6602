import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import { DeliveryAttempt } from '../../entities/deliveries/DeliveryAttempt.js';
import {
  listDeliveries,
  type AttemptRecord,
  type DeliveryRecord,
} from '../../src/filing/deliveries/listDeliveries.js';
import { repeatDelivery } from '../../src/filing/deliveries/repeatDelivery.js';
import { acting, type RootContext } from '../edge/Context.js';
import { PageAsked, type PageArguments } from '../edge/arguments.js';
import { pageRequest, toConnection, type Connection } from '../edge/connection.js';
import { orUserErrors } from '../edge/userErrors.js';
import {
  Delivery,
  DeliveryChannel,
  DeliveryConnection,
  DeliveryFilter,
  DeliveryRepeatPayload,
  DeliveryState,
} from './types.js';

@Resolver(() => Delivery)
export class DeliveryResolver {
  @Query(() => DeliveryConnection, {
    nullable: true,
    description: '送达的记录：通知和写出的文件夹，最近的在前',
  })
  async deliveries(
    @Ctx() { manager, actor }: RootContext,
    @Arg('filter', () => DeliveryFilter, { nullable: true, description: '筛选条件' })
    filter: DeliveryFilter | null,
    @PageAsked(50) asked: PageArguments,
  ): Promise<Connection<object>> {
    const page = pageRequest(asked, 50);
    return toConnection(await listDeliveries(manager, actor, { ...page, filter }), (each) => each);
  }

  @FieldResolver(() => DeliveryChannel, { description: '方式' })
  channel(@Root() delivery: DeliveryRecord): DeliveryChannel {
    return delivery.channel;
  }

  @FieldResolver(() => DeliveryState, { description: '进展' })
  state(@Root() delivery: DeliveryRecord): DeliveryState {
    return delivery.state;
  }

  @FieldResolver(() => String, { description: '变化的游标：通知里写的，或文件夹里的那一次' })
  cursor(@Root() delivery: DeliveryRecord): string {
    return delivery.cursor;
  }

  @FieldResolver(() => Agency, { nullable: true, description: '哪个机关的变化；不限机关的通知为 null' })
  agency(@Root() delivery: DeliveryRecord): Agency | null {
    return delivery.agency;
  }

  @FieldResolver(() => [DeliveryAttempt], { description: '每一次尝试，先后为序' })
  attempts(@Root() delivery: DeliveryRecord): readonly AttemptRecord[] {
    return delivery.attempts;
  }

  @Mutation(() => DeliveryRepeatPayload, {
    description: '重新送达：通知马上再送，文件夹在下一次 nianbao drop 时再写',
  })
  deliveryRepeat(
    @Ctx() context: RootContext,
    @Arg('id', () => ID, { description: '送达的编号' }) id: string,
  ): Promise<DeliveryRepeatPayload> {
    return orUserErrors<DeliveryRepeatPayload>(
      async () => ({
        delivery: await acting(context, (manager, actor) => repeatDelivery(manager, actor, id)),
        userErrors: [],
      }),
      (userErrors) => ({ delivery: null, userErrors }),
    );
  }
}
