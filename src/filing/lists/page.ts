/** A piece of a list, each item with its cursor, behind or before which another piece begins. */
export interface Page<Item> {
  readonly items: readonly { readonly cursor: string; readonly item: Item }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** How many items the whole list has; counted only when called. */
  countAll(): Promise<number>;
}

export interface PageRequest {
  /** How many. */
  readonly first: number;
  readonly after?: string | null;
  readonly before?: string | null;
  /** The last ones before `before`, not the first ones behind `after`. They stand in the order of the list, too. */
  readonly isFromEnd?: boolean;
}

/** The piece asked for of what was read, one item more than asked for, in the direction of reading. */
export function pieceOf<Row>(
  read: readonly Row[],
  { first, after, before, isFromEnd = false }: PageRequest,
): Pick<Page<Row>, 'hasNextPage' | 'hasPreviousPage'> & { readonly rows: readonly Row[] } {
  const rows = read.slice(0, first);
  const goesOn = read.length > first;
  return isFromEnd
    ? { rows: rows.reverse(), hasNextPage: before != null, hasPreviousPage: goesOn }
    : { rows, hasNextPage: goesOn || before != null, hasPreviousPage: after != null };
}
