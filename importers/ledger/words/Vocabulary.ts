/** Where the readings of a word come from. */
export interface WordSource {
  readonly source: string;
  readonly words: Readonly<Record<string, readonly string[]>>;
}

/** What a word is read as. */
export type Reading =
  | { readonly kind: 'settled'; readonly meaning: string; readonly isAssumed: boolean }
  /** People read it differently, or nobody knows it. */
  | { readonly kind: 'asked'; readonly between: readonly string[] };

export const unknownWord: Reading = { kind: 'asked', between: [] };

export function settled(meaning: string, isAssumed = false): Reading {
  return { kind: 'settled', meaning, isAssumed };
}
