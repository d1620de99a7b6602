import { createHmac } from 'node:crypto';

/** The headers of a delivery by the Standard Webhooks: HMAC-SHA-256 over id, time and the exact bytes. */
export function webhookHeaders(
  id: string,
  at: Date,
  body: string,
  secret: string,
): Readonly<Record<string, string>> {
  const seconds = Math.floor(at.getTime() / 1000);
  const signature = createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(`${id}.${seconds}.${body}`)
    .digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}
