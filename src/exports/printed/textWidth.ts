/** How wide a text is, in digits: a Chinese character is two wide. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0000-\u00ff]/.test(character) ? 1 : 2;
  return width;
}

/** How many lines a text takes in so many digits, with a digit left free at each side. */
export function textLines(text: string, digits: number): number {
  const lines = text.split('\n').map((line) => Math.ceil(textWidth(line) / Math.max(2, digits - 2)));
  return lines.reduce((sum, line) => sum + Math.max(1, line), 0);
}
