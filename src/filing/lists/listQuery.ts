import type { EntityManager } from 'typeorm';
import { cursorOf, parseCursor, type KeyType } from './cursor.js';
import { pieceOf, type Page, type PageRequest } from './page.js';
import { prepared } from '../../database/prepared.js';
import { storable } from '../storable.js';

/** One key of the order of a list. Together the keys of an order name one row. */
export interface OrderKey {
  /** The expression in SQL. */
  readonly sql: string;
  readonly type: KeyType;
}

export interface ListQuery {
  /** SELECT … FROM … JOIN …, without WHERE. */
  readonly select: (alsoSelected: string) => string;
  readonly conditions: Conditions;
  readonly order: readonly OrderKey[];
  readonly descending?: boolean;
  /** Asked so often that connections keep it ready. */
  readonly isPrepared?: boolean;
}

/** Conditions of a WHERE clause with their parameters. */
export class Conditions {
  readonly #parameters: unknown[] = [];
  readonly #all: string[] = [];

  /** Adds `condition` of the next parameter, `$n`; nothing is added for a filter left out. */
  add(condition: (parameter: string) => string, parameter: unknown): this {
    if (parameter === undefined || parameter === null) return this;
    this.#all.push(condition(this.parameter(parameter)));
    return this;
  }

  /** Hands out the name of a further parameter, `$3`, for use anywhere in the statement. */
  parameter(value: unknown): string {
    return `$${this.#parameters.push(storable(value))}`;
  }

  /** Of every name handed out so far, in their order. */
  get parameters(): unknown[] {
    return [...this.#parameters];
  }

  /** Adds a condition without parameters. */
  require(condition: string | false | null | undefined): this {
    if (condition) this.#all.push(condition);
    return this;
  }

  get sql(): string {
    return this.#all.length > 0 ? ` WHERE ${this.#all.join(' AND ')}` : '';
  }
}

/** Runs a list by its keys: a page begins beside the row its cursor names, however many rows came in between. */
export async function listByKeys<Row extends object, Item>(
  manager: EntityManager,
  { select, conditions, order, descending = false, isPrepared = false }: ListQuery,
  page: PageRequest,
  itemOf: (row: Row) => Item,
): Promise<Page<Item>> {
  const everything = `SELECT count(*)::int AS count FROM (${select('')}${conditions.sql}) AS everything`;
  const given = conditions.parameters;
  addBounds(conditions, order, descending, page);
  const limit = conditions.parameter(page.first + 1);
  const text = `${select(`, json_build_array(${order.map(keyText).join(', ')})::text AS "cursorKeys"`)}${conditions.sql}
     ORDER BY ${sorted(order, descending, page)} LIMIT ${limit}`;
  const rows = await manager.query<(Row & { cursorKeys: string })[]>(
    isPrepared ? prepared(text) : text,
    conditions.parameters,
  );
  return {
    ...shownPage(rows, page, itemOf),
    async countAll() {
      // A first page with everything on it has been counted.
      if (page.after == null && page.before == null && rows.length <= page.first) return rows.length;
      const [counted] = await manager.query<{ count: number }[]>(everything, given);
      return counted?.count ?? 0;
    },
  };
}

/** The lists of these ids, which the column names, and what page of each is asked for. */
export interface Lists<Row, Item> {
  readonly lists: { readonly ids: readonly string[]; readonly column: string };
  readonly page: PageRequest;
  readonly itemOf: (row: Row) => Item;
}

/**
 * The same page of many lists, one for each of `ids`, which `column` names: one query for all of them, and one more
 * for the whole lengths when any is asked for.
 */
export async function listsByKeys<Row extends object, Item>(
  manager: EntityManager,
  query: () => ListQuery,
  { lists: { ids, column }, page, itemOf }: Lists<Row, Item>,
): Promise<Map<string, Page<Item>>> {
  const { select, conditions, order, descending = false } = query();
  addBounds(conditions, order, descending, page);
  conditions.require(`${column} = one_of.id`);
  const by = sorted(order, descending, page);
  const parameters = [...conditions.parameters, page.first + 1, ids];
  const also = `, json_build_array(${order.map(keyText).join(', ')})::text AS "cursorKeys", row_number() OVER (ORDER BY ${by}) AS "place"`;
  const rows = await manager.query<(Row & { cursorKeys: string; listId: string })[]>(
    `SELECT one_of.id AS "listId", page.* FROM unnest($${parameters.length}::uuid[]) AS one_of(id)
     CROSS JOIN LATERAL (${select(also)}${conditions.sql}
       ORDER BY ${by} LIMIT $${parameters.length - 1}) AS page ORDER BY page."place"`,
    parameters,
  );
  let counts: Promise<Map<string, number>> | undefined;
  const own = new Map<string, typeof rows>(ids.map((id) => [id, []]));
  for (const row of rows) own.get(row.listId)?.push(row);
  return new Map(
    [...own].map(([id, found]) => [
      id,
      {
        ...shownPage(found, page, itemOf),
        async countAll() {
          counts ??= countsOf(manager, query(), column, ids);
          return (await counts).get(id) ?? 0;
        },
      },
    ]),
  );
}

/** How long each of the lists is. */
async function countsOf(
  manager: EntityManager,
  { select, conditions }: ListQuery,
  column: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const lists = conditions.parameter(ids);
  conditions.require(`${column} = one_of.id`);
  const counted = await manager.query<{ id: string; count: number }[]>(
    `SELECT one_of.id, (SELECT count(*)::int FROM (${select('')}${conditions.sql}) AS everything) AS count
     FROM unnest(${lists}::uuid[]) AS one_of(id)`,
    conditions.parameters,
  );
  return new Map(counted.map(({ id, count }) => [id, count]));
}

function shownPage<Row extends { readonly cursorKeys: string }, Item>(
  read: readonly Row[],
  page: PageRequest,
  itemOf: (row: Row) => Item,
): Omit<Page<Item>, 'countAll'> {
  const { rows, ...ends } = pieceOf(read, page);
  return { items: rows.map((row) => listed(row, itemOf(row))), ...ends };
}

/** Of most items of a page nobody asks for the cursor. */
function listed<Item>(
  { cursorKeys }: { readonly cursorKeys: string },
  item: Item,
): Page<Item>['items'][number] {
  return {
    get cursor() {
      return cursorOf(JSON.parse(cursorKeys) as (string | number)[]);
    },
    item,
  };
}

/** From the end a list is read backwards. */
function sorted(order: readonly OrderKey[], descending: boolean, { isFromEnd = false }: PageRequest): string {
  const direction = descending === isFromEnd ? '' : ' DESC';
  return order.map(({ sql }) => sql + direction).join(', ');
}

function addBounds(
  conditions: Conditions,
  order: readonly OrderKey[],
  descending: boolean,
  { after, before }: PageRequest,
): void {
  for (const [argument, cursor] of Object.entries({ after, before } as const)) {
    if (cursor == null) continue;
    const isAfter = argument === 'after';
    const keys = parseCursor(
      cursor,
      order.map(({ type }) => type),
      isAfter ? 'after' : 'before',
    );
    const given = order.map(({ type }, index) => `${conditions.parameter(keys[index])}::${type}`);
    const columns = order.map(({ sql }) => sql);
    const beyond = isAfter === descending ? '<' : '>';
    conditions.require(`(${columns.join(', ')}) ${beyond} (${given.join(', ')})`);
    // Says nothing new, but an index can use it where the keys belong to several tables.
    conditions.require(`${columns[0]} ${beyond}= ${given[0]}`);
  }
}

/** Times go into a cursor with all their digits. */
function keyText({ sql, type }: OrderKey): string {
  return type === 'timestamptz' ? `(${sql})::text` : sql;
}
