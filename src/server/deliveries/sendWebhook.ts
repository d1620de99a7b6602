import type { Attempted, DueDelivery } from '../../filing/deliveries/attempts.js';
import { webhookHeaders } from '../../filing/deliveries/webhookHeaders.js';
import { requireAllowedTarget } from '../../filing/deliveries/webhookTargets.js';
import { Refusal } from '../../filing/refusal.js';

const longestWait = 10_000;
/** Of what a receiver answers the log keeps as much. */
const longestAnswer = 500;

/** Tells a receiver that there is something new, and waits for what it answers. Follows it nowhere else. */
export async function sendWebhook(
  { id, url, secret, cursor }: DueDelivery,
  allowed: readonly string[],
  closing: AbortSignal,
): Promise<Attempted> {
  const at = new Date();
  const done = (status: number | null, answer: string): Attempted => ({
    ...{ at, status, answer, milliseconds: Date.now() - at.getTime() },
  });
  const body = JSON.stringify({ cursor });
  try {
    const response = await fetch(requireAllowedTarget(url, allowed), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...webhookHeaders(id, at, body, secret) },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(longestWait)]),
    });
    return done(response.status, await startOf(response));
  } catch (error) {
    if (error instanceof Refusal) return done(null, error.message);
    if (error instanceof Error) return done(null, whatFailed(error));
    throw error;
  }
}

async function startOf({ body }: Response): Promise<string> {
  if (!body) return '';
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    // Leaving the loop ends the reading of what else there is.
    if (text.length >= longestAnswer) break;
  }
  return text.slice(0, longestAnswer);
}

/** In words, with the code by which those who keep networks know it. */
function whatFailed(error: Error): string {
  if (error.name === 'TimeoutError') return `对方 ${longestWait / 1000} 秒没有答复`;
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
  return `没有连上对方：${code}`;
}
