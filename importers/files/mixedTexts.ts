/** Where a text that began plain goes on formatted. */
const mixed = /(?:<\/(?:\w+:)?t>|<(?:\w+:)?t\s*\/>)\s*<(?:\w+:)?r[\s>]/;

const plainBeginning = /<((?:\w+:)?)t(?:\s*\/>|(?: [^<>]*)?>[^<]*<\/\1t>)(?=\s*<\1r[\s>])/g;

export function hasMixedTexts(piece: string): boolean {
  return mixed.test(piece);
}

/**
 * The plain beginning of a text as a run like those after it. The spreadsheet reader stops after a plain
 * beginning: of `<t>1</t><r><t>2</t></r>`, which every other program shows as 12, it would keep 1.
 */
export function withoutPlainBeginnings(part: string): string {
  return part.replace(plainBeginning, (text, prefix: string) => `<${prefix}r>${text}</${prefix}r>`);
}
