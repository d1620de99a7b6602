import { wholeText } from '../text/wholeText.js';

/** A text as PostgreSQL can keep it. */
export const storableText = wholeText;

/** A parameter of a statement: what cannot be kept cannot be found either, and must not break the statement. */
export function storable(parameter: unknown): unknown {
  if (typeof parameter === 'string') return storableText(parameter);
  return Array.isArray(parameter) ? parameter.map(storable) : parameter;
}

/** JSON that PostgreSQL can keep, whatever a file or a request may hold. */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\u0000') && !json.includes('\\ud')) return json;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storableText(part) : part,
  );
}
