import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { Delivery } from '../../../entities/deliveries/Delivery.js';
import type { DeliveryAttempt } from '../../../entities/deliveries/DeliveryAttempt.js';
import type { DeliveryChannel } from '../../../entities/deliveries/DeliveryChannel.js';
import type { DeliveryState } from '../../../entities/deliveries/DeliveryState.js';
import type { Actor } from '../access/actor.js';
import { withinScope } from '../access/withinScope.js';
import { agencyColumnsWith, agencyOf } from '../agencies/agencyRows.js';
import { cursorAt } from '../feed/listChanges.js';
import { isUuid } from '../isUuid.js';
import { Conditions, listByKeys } from '../lists/listQuery.js';
import type { Page, PageRequest } from '../lists/page.js';

export type AttemptRecord = Omit<DeliveryAttempt, 'deliveryId'>;

/** A delivery with every try there was. */
export interface DeliveryRecord extends Omit<Delivery, 'position' | 'agencyId'> {
  readonly cursor: string;
  /** Whose the change is, or up to whom the webhook is told. */
  readonly agency: Agency | null;
  readonly attempts: readonly AttemptRecord[];
}

export interface DeliveryFilter {
  readonly channels?: readonly DeliveryChannel[] | null;
  readonly states?: readonly DeliveryState[] | null;
  readonly webhook?: string | null;
}

export interface DeliveryQuery extends PageRequest {
  readonly filter?: DeliveryFilter | null;
}

const prefix = 'agency.';

const select = (
  alsoSelected = '',
) => `SELECT delivery.id, delivery.channel, delivery.webhook_id AS "webhookId",
    delivery.target, delivery.key, delivery.state, delivery.tries, delivery.created_at AS "createdAt",
    delivery.next_at AS "nextAt", delivery.receipt, delivery.receipt_at AS "receiptAt",
    delivery.position::text AS position,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('number', number, 'at', at, 'status', status, 'answer', answer,
       'milliseconds', milliseconds) ORDER BY number), '[]')
     FROM delivery_attempt WHERE delivery_id = delivery.id) AS attempts,
    ${agencyColumnsWith(prefix)}${alsoSelected}
  FROM delivery LEFT JOIN agency ON agency.id = delivery.agency_id`;

type Row = Omit<DeliveryRecord, 'cursor' | 'agency' | 'attempts'> & {
  readonly position: string;
  readonly 'agency.id': string | null;
  readonly attempts: readonly (Omit<AttemptRecord, 'at'> & { readonly at: string })[];
};

/** A page of what was delivered, the newest first. */
export function listDeliveries(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  { filter, ...page }: DeliveryQuery,
): Promise<Page<DeliveryRecord>> {
  const { channels, states, webhook } = filter ?? {};
  return listByKeys(
    manager,
    {
      select,
      conditions: withinScope(new Conditions(), actor)
        .add((parameter) => `delivery.channel = ANY(${parameter}::text[])`, channels)
        .add((parameter) => `delivery.state = ANY(${parameter}::text[])`, states)
        .add((parameter) => `delivery.webhook_id::text = ${parameter}`, webhook),
      order: [
        { sql: 'delivery.created_at', type: 'timestamptz' },
        { sql: 'delivery.id', type: 'uuid' },
      ],
      descending: true,
    },
    page,
    deliveryOf,
  );
}

export async function loadDelivery(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  id: string,
): Promise<DeliveryRecord | null> {
  if (!isUuid(id)) return null;
  const conditions = withinScope(new Conditions(), actor).add(
    (parameter) => `delivery.id = ${parameter}`,
    id,
  );
  const [row] = await manager.query<Row[]>(`${select()}${conditions.sql}`, conditions.parameters);
  return row ? deliveryOf(row) : null;
}

function deliveryOf(row: Row): DeliveryRecord {
  const { id, channel, webhookId, target, key, state, tries, createdAt, nextAt, receipt, receiptAt } = row;
  return {
    ...{ id, channel, webhookId, target, key, state, tries, createdAt, nextAt, receipt, receiptAt },
    cursor: cursorAt(Number(row.position)),
    agency: row['agency.id'] === null ? null : agencyOf(row, prefix),
    attempts: row.attempts.map((attempt) => ({ ...attempt, at: new Date(attempt.at) })),
  };
}
