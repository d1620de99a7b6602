/** Lines that are drawn between cells, and the corners where they meet. */
const upright = /[\u2502\u2503\u2506\u2507\u250a\u250b\u254e\u254f\u2551]/g;
const rule = /^[\s\u2500-\u257f+=|:-]*[\u2500-\u257f+-]{2}[\s\u2500-\u257f+=|:-]*$/u;
const fewestUpright = 3;

/**
 * A table that is drawn with characters, as programs print one and people copy it: its uprights part the fields,
 * its rules are nothing. Every line stays where it is.
 */
export function withoutBoxes(text: string): string {
  const lines = text.split(/(\r\n|\n|\r)/);
  const isDrawn = lines.some((line) => (line.match(upright)?.length ?? 0) >= fewestUpright);
  const hasRules = isDrawn || lines.some((line) => /^\s*[+|](?:-{3,}[+|])+/.test(line));
  if (!hasRules) return text;
  return lines
    .map((line) => (rule.test(line) && line.trim() !== '' ? '' : isDrawn ? line.replace(upright, '|') : line))
    .join('');
}
