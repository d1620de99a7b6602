import { Refusal } from '../../filing/refusal.js';

/** The texts of a small JSON object. INVALID_REQUEST when one is missing, is no text or is too long. */
export function textsOf<Name extends string>(body: unknown, names: readonly Name[]): Record<Name, string> {
  const given = new Map<string, unknown>(
    typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.entries(body) : [],
  );
  const texts = names.map((name) => {
    const text = given.get(name);
    if (typeof text === 'string' && text !== '' && text.length <= 1_000) return [name, text] as const;
    throw new Refusal('INVALID_REQUEST', `请求的 JSON 里应有 ${names.join('、')}，都是文字。`, [name]);
  });
  return Object.fromEntries(texts) as Record<Name, string>;
}
