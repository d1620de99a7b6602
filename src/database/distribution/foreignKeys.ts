import type { EntityManager } from 'typeorm';

export interface ForeignKey {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly other: string;
  readonly otherColumns: readonly string[];
  /** As PostgreSQL writes it: FOREIGN KEY (…) REFERENCES … */
  readonly definition: string;
}

/** The foreign keys of our tables, as the database has them. */
export function foreignKeys(manager: EntityManager): Promise<ForeignKey[]> {
  const names = (columns: string, table: string) => `ARRAY(SELECT attname::text
    FROM unnest(${columns}) WITH ORDINALITY AS given(number, place)
    JOIN pg_attribute ON attrelid = ${table} AND attnum = given.number ORDER BY given.place)`;
  return manager.query<ForeignKey[]>(
    `SELECT conname AS name, own.relname AS "table", other.relname AS other,
       ${names('conkey', 'conrelid')} AS columns, ${names('confkey', 'confrelid')} AS "otherColumns",
       pg_get_constraintdef(pg_constraint.oid) AS definition
     FROM pg_constraint JOIN pg_class AS own ON own.oid = conrelid JOIN pg_class AS other ON other.oid = confrelid
     WHERE contype = 'f' AND own.relnamespace = current_schema()::regnamespace ORDER BY conname`,
  );
}
