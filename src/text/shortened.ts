/** The beginning of a text, on one line, as a message quotes it; a … says that there is more. No character is cut. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const characters = [...line.slice(0, 2 * (most + 1))];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : line;
}
