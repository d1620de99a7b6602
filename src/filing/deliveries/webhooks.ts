import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { DeliveryState } from '../../../entities/deliveries/DeliveryState.js';
import { Webhook } from '../../../entities/deliveries/Webhook.js';
import type { ChangeKind } from '../../../entities/feed/ChangeKind.js';
import type { Actor } from '../access/actor.js';
import { agencyInReach } from '../agencies/agencyInScope.js';
import { appendAudit, systemChain, type AuditEvent } from '../audit/appendAudit.js';
import { feedEnd } from '../feed/listChanges.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { loadWebhook, type WebhookRecord } from './listWebhooks.js';
import { requireAllowedTarget } from './webhookTargets.js';
import { newId } from '../newId.js';

export interface WebhookToRegister {
  readonly url: string;
  /** null: every kind. */
  readonly kinds: readonly ChangeKind[] | null;
  /** The code of an agency: it and everything below it; null: as far as the actor reaches. */
  readonly under: string | null;
}

/**
 * An address that is told from now on. Its secret is shown this once. WEBHOOK_TARGET_FORBIDDEN for what is not
 * on the list, AGENCY_UNKNOWN.
 */
export async function registerWebhook(
  manager: EntityManager,
  actor: Actor,
  {
    webhook: { url: given, kinds, under },
    allowed,
    at = new Date(),
  }: { readonly webhook: WebhookToRegister; readonly allowed: readonly string[]; readonly at?: Date },
): Promise<{ readonly secret: string; readonly webhook: WebhookRecord }> {
  if (kinds?.length === 0)
    throw new Refusal('INVALID_REQUEST', 'kinds 至少写一种；不填时为全部种类。', ['kinds']);
  const code = under ?? actor.scope?.code ?? null;
  const agency = code === null ? null : await agencyInReach(manager, actor, code, ['under']);
  const url = requireAllowedTarget(given, allowed);
  const secret = randomBytes(32).toString('base64');
  const webhook: Webhook = {
    id: newId(),
    url,
    kinds: kinds ? [...new Set(kinds)] : null,
    agencyId: agency?.id ?? null,
    secret,
    position: String(await feedEnd(manager)),
    createdBy: actor.name,
    createdAt: at,
    removedAt: null,
  };
  await manager.insert(Webhook, webhook);
  await appendAudit(manager, actor, at, [webhookEvent('WEBHOOK_REGISTERED', webhook, agency, null)]);
  return { secret: `whsec_${secret}`, webhook: { ...webhook, under: agency } };
}

/** From now on it is told nothing, and what still waits is given up. WEBHOOK_UNKNOWN. */
export async function removeWebhook(
  manager: EntityManager,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
  at = new Date(),
): Promise<WebhookRecord> {
  refuseAny(checkReason(reason));
  const found = await loadWebhook(manager, actor, id);
  const ended = found && (await manager.query<object[]>(endWebhook, [found.id, at.toISOString()]));
  if (!ended || ended.length === 0)
    throw new Refusal('WEBHOOK_UNKNOWN', `没有编号为“${id}”的通知地址，或已取消。`, ['id']);
  await manager.query(
    `UPDATE delivery SET state = '${DeliveryState.FAILED}', next_at = NULL, receipt = $2, receipt_at = $3
     WHERE webhook_id = $1 AND state = '${DeliveryState.WAITING}'`,
    [found.id, '通知地址已取消', at.toISOString()],
  );
  await appendAudit(manager, actor, at, [webhookEvent('WEBHOOK_REMOVED', found, found.under, reason.trim())]);
  return { ...found, removedAt: at };
}

/** Of two who remove it at once, one does. */
const endWebhook = `WITH ended AS (
    UPDATE webhook SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL RETURNING id)
  SELECT id FROM ended`;

function webhookEvent(
  action: 'WEBHOOK_REGISTERED' | 'WEBHOOK_REMOVED',
  { id, url, kinds }: Pick<Webhook, 'id' | 'url' | 'kinds'>,
  agency: Agency | null,
  reason: string | null,
): AuditEvent {
  return {
    chain: agency?.id ?? systemChain,
    action,
    reason,
    agencyId: agency?.id ?? null,
    reportId: null,
    version: null,
    changes: [],
    details: { webhook: id, url, kinds: kinds?.join('、') ?? null },
  };
}
