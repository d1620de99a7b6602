import type { EntityManager, EntityMetadata } from 'typeorm';
import { toJson } from './storable.js';

/** Inserts any number of rows in one statement, as one JSON parameter. */
export async function insertRows<Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  rows: readonly Entity[],
): Promise<void> {
  if (rows.length === 0) return;
  const { sql, json } = insertion(manager, entity, rows);
  await manager.query(sql, [json]);
}

/** What an expression over a row will be once it is stored; its parameters are counted from $2. */
export async function digestOfRow<Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  row: Entity,
  { expression, parameters }: { readonly expression: string; readonly parameters: readonly unknown[] },
): Promise<string> {
  const metadata = manager.dataSource.getMetadata(entity);
  const [found] = await manager.query<{ digest: string }[]>(
    `SELECT ${expression} AS digest FROM ${givenRows(metadata, '$1')}`,
    [toJson([jsonRow(metadata, row)]), ...parameters],
  );
  if (!found) throw new Error('a row that was given is not there');
  return found.digest;
}

/** The statement that inserts rows, to stand in a larger one, and the parameter it takes. */
export function insertion<Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  rows: readonly Entity[],
  parameter = '$1',
): { readonly sql: string; readonly json: string } {
  const metadata = manager.dataSource.getMetadata(entity);
  return {
    sql: insertStatement(metadata, parameter),
    json: toJson(rows.map((row) => jsonRow(metadata, row))),
  };
}

/** Stores any number of rows that are there already, by their keys, in one statement. */
export async function updateRows<Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  rows: readonly Entity[],
): Promise<void> {
  const metadata = manager.dataSource.getMetadata(entity);
  const others = metadata.columns.filter(({ isPrimary }) => !isPrimary);
  const set = others.map(({ databaseName }) => `"${databaseName}" = given."${databaseName}"`);
  const keys = metadata.primaryColumns.map(
    ({ databaseName }) => `stored."${databaseName}" = given."${databaseName}"`,
  );
  await manager.query(
    `UPDATE "${metadata.tableName}" AS stored SET ${set.join(', ')}
     FROM ${givenRows(metadata, '$1')} WHERE ${keys.join(' AND ')}`,
    [toJson(rows.map((row) => jsonRow(metadata, row)))],
  );
}

function insertStatement(metadata: EntityMetadata, parameter: string): string {
  const names = metadata.columns.map((column) => `"${column.databaseName}"`).join(', ');
  return `INSERT INTO "${metadata.tableName}" (${names}) SELECT ${names} FROM ${givenRows(metadata, parameter)}`;
}

/** The rows of a JSON parameter, as a table `given`. */
function givenRows({ columns }: EntityMetadata, parameter: string): string {
  const typed = columns.map(
    (column) => `"${column.databaseName}" ${String(column.type)}${column.isArray ? '[]' : ''}`,
  );
  return `jsonb_to_recordset(${parameter}::jsonb) AS given(${typed.join(', ')})`;
}

function jsonRow(metadata: EntityMetadata, row: object): Record<string, unknown> {
  return Object.fromEntries(
    metadata.columns.map((column) => {
      const value: unknown = column.getEntityValue(row, !column.isArray);
      return [column.databaseName, Array.isArray(value) && column.isArray ? arrayText(value) : value];
    }),
  );
}

/** `{1,NULL,"甲"}`: the database takes an array apart much faster than a JSON array. */
function arrayText(elements: readonly unknown[]): string {
  const isPlain = elements.every((element) => typeof element === 'bigint');
  return `{${(isPlain ? elements : elements.map(elementText)).join(',')}}`;
}

function elementText(element: unknown): string {
  if (element === null) return 'NULL';
  return typeof element === 'string' ? `"${element.replace(/["\\]/g, '\\$&')}"` : String(element);
}
