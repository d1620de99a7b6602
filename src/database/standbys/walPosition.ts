/** The SQL of a place in the write-ahead log, in bytes from its beginning. */
export function walPosition(place: string): string {
  return `(${place} - '0/0'::pg_lsn)::bigint`;
}
