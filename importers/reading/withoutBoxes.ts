/** Lines that are drawn between cells. */
const upright = /[\u2502\u2503\u2506\u2507\u250a\u250b\u254e\u254f\u2551]/g;
const fewestUpright = 3;
/** +------+ */
const typedRule = /[+|]-{3,}[+|]/;
const notOfRule = /[^\s\u2500-\u257f+=|:-]/;
const ofRule = /[\u2500-\u257f+-]{2}/;

/**
 * A table that is drawn with characters, as programs print one and people copy it: its uprights part the fields,
 * its rules are nothing. Every line stays where it is.
 */
export function withoutBoxes(text: string): string {
  if (!/[\u2500-\u257f]/.test(text) && !typedRule.test(text)) return text;
  const lines = text.split(/(\r\n|\n|\r)/);
  const isDrawn = lines.some((line) => (line.match(upright)?.length ?? 0) >= fewestUpright);
  if (!isDrawn && !lines.some((line) => typedRule.test(line))) return text;
  return lines.map((line) => (isRule(line) ? '' : isDrawn ? line.replace(upright, '|') : line)).join('');
}

function isRule(line: string): boolean {
  return !notOfRule.test(line) && ofRule.test(line);
}
