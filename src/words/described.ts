interface Worded {
  readonly inFull: string;
}

/** Every value of a list with its description in full, as the schema of the API wants it. */
export function described<Name extends string>(
  list: Readonly<Record<Name, Worded>>,
): Record<Name, { description: string }> {
  const entries = Object.entries<Worded>(list).map(([name, { inFull }]) => [name, { description: inFull }]);
  return Object.fromEntries(entries) as Record<Name, { description: string }>;
}

/** The short words of every value of a list. */
export function wordsOf<Name extends string>(
  list: Readonly<Record<Name, { readonly words: string }>>,
): Readonly<Record<Name, string>> {
  const entries = Object.entries<{ readonly words: string }>(list).map(([name, { words }]) => [name, words]);
  return Object.fromEntries(entries) as Record<Name, string>;
}
