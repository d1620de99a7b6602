/** As much of a text as fits in a number of UTF-16 units, without half a character at its end. */
export function beginning(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
