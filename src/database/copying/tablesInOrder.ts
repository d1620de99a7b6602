import type { DataSource, EntityMetadata } from 'typeorm';

/** What is true of this database at this moment alone: places in its log, counts of the minute. */
const ofTheMoment: ReadonlySet<string> = new Set(['last_write', 'refusal_count', 'request_count']);

/** Every table that is kept, those that others refer to first. */
export function tablesInOrder({ entityMetadatas }: DataSource): EntityMetadata[] {
  const ordered = new Set<EntityMetadata>();
  const add = (metadata: EntityMetadata): void => {
    if (ordered.has(metadata)) return;
    for (const { referencedEntityMetadata: other } of metadata.foreignKeys)
      if (other !== metadata) add(other);
    ordered.add(metadata);
  };
  const kept = entityMetadatas.filter(({ tableName }) => !ofTheMoment.has(tableName));
  for (const metadata of kept.sort((one, other) => one.tableName.localeCompare(other.tableName)))
    add(metadata);
  return [...ordered];
}

/** A row of a table whose rows refer to each other may come before the one it names. */
export function refersToItself(metadata: EntityMetadata): boolean {
  return metadata.foreignKeys.some(({ referencedEntityMetadata }) => referencedEntityMetadata === metadata);
}

/** Bytes are too large for a line: each is carried by itself. */
export function bytesColumn({ columns }: EntityMetadata): string | null {
  return columns.find(({ type }) => type === 'bytea')?.databaseName ?? null;
}
