/** Space, line feed, carriage return and tab: the white space of XML. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
