/** Statements that a connection may keep ready; more would only fill the memory of the server. */
const mostPrepared = 200;

const names = new Map<string, string>();

/**
 * A statement that is asked all the time: a connection of PostgreSQL prepares it once and then only binds its
 * parameters, but for one behind a pooler, which keeps nothing.
 */
export function prepared(text: string): string {
  if (!names.has(text) && names.size < mostPrepared) names.set(text, `nianbao_${names.size + 1}`);
  return text;
}

/** Under which name a statement is kept ready; undefined for all others. */
export function preparedName(text: unknown): string | undefined {
  return typeof text === 'string' ? names.get(text) : undefined;
}
