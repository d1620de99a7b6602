import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { Webhook } from '../../../entities/deliveries/Webhook.js';
import type { Actor } from '../access/actor.js';
import { withinScope } from '../access/withinScope.js';
import { agencyColumnsWith, agencyOf } from '../agencies/agencyRows.js';
import { isUuid } from '../isUuid.js';
import { Conditions, listByKeys } from '../lists/listQuery.js';
import type { Page, PageRequest } from '../lists/page.js';

/** A webhook as it may be shown: without its secret. */
export interface WebhookRecord extends Omit<Webhook, 'secret' | 'position' | 'agencyId'> {
  /** It and everything below it; null: all. */
  readonly under: Agency | null;
}

type Row = Omit<WebhookRecord, 'under'> & { readonly 'under.id': string | null };

const prefix = 'under.';

const select = (alsoSelected = '') => `SELECT webhook.id, webhook.url, webhook.kinds,
    webhook.created_by AS "createdBy", webhook.created_at AS "createdAt", webhook.removed_at AS "removedAt",
    ${agencyColumnsWith(prefix)}${alsoSelected}
  FROM webhook LEFT JOIN agency ON agency.id = webhook.agency_id`;

/** A page of the webhooks that are told of no more than the actor may know, the oldest first; removed ones too. */
export function listWebhooks(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  page: PageRequest,
): Promise<Page<WebhookRecord>> {
  return listByKeys(
    manager,
    {
      select,
      conditions: withinScope(new Conditions(), actor),
      order: [
        { sql: 'webhook.created_at', type: 'timestamptz' },
        { sql: 'webhook.id', type: 'uuid' },
      ],
    },
    page,
    webhookOf,
  );
}

export async function loadWebhook(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  id: string,
): Promise<WebhookRecord | null> {
  if (!isUuid(id)) return null;
  const conditions = withinScope(new Conditions(), actor).add((parameter) => `webhook.id = ${parameter}`, id);
  const [row] = await manager.query<Row[]>(`${select()}${conditions.sql}`, conditions.parameters);
  return row ? webhookOf(row) : null;
}

function webhookOf(row: Row): WebhookRecord {
  const { id, url, kinds, createdBy, createdAt, removedAt } = row;
  const under = row['under.id'] === null ? null : agencyOf(row, prefix);
  return { id, url, kinds, createdBy, createdAt, removedAt, under };
}
