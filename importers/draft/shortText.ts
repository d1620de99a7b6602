/** The beginning of a text, on one line, for a message. */
export function shortText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
}
