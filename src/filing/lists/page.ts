/** A piece of a list, each item with the cursor behind which the next piece begins. */
export interface Page<Item> {
  readonly items: readonly { readonly cursor: string; readonly item: Item }[];
  readonly hasNextPage: boolean;
  /** How many items the whole list has; counted only when called. */
  countAll(): Promise<number>;
}

export interface PageRequest {
  readonly first: number;
  readonly after?: string | null;
}
