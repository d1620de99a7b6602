/** What a formula can result in, told by how it is written; `any` where only calculating would tell. */
export type FormulaKind = 'text' | 'truth' | 'number' | 'numberOrText' | 'any';

const textFunctions =
  /^(?:TEXT|CONCATENATE|CONCAT|TEXTJOIN|LEFT|RIGHT|MID|TRIM|CLEAN|REPT|SUBSTITUTE|REPLACE|UPPER|LOWER|PROPER|FIXED|DOLLAR|RMB|NUMBERSTRING|CHAR|T|ADDRESS)$/i;
const truthFunctions =
  /^(?:AND|OR|NOT|XOR|EXACT|IS(?:BLANK|ERR|ERROR|EVEN|FORMULA|LOGICAL|NA|NONTEXT|NUMBER|ODD|REF|TEXT)|TRUE|FALSE)$/i;
const numberFunctions =
  /^(?:SUM|SUMIFS?|SUMPRODUCT|SUBTOTAL|COUNTA?|COUNTIFS?|COUNTBLANK|AVERAGE|ROUND(?:UP|DOWN)?|ABS|INT|MAX|MIN|VALUE|MOD|PRODUCT|LEN|ROW|COLUMN)$/i;
const choosing = /^(?:IF|IFS|IFERROR|IFNA|CHOOSE|SWITCH)$/i;

export function formulaKind(formula: string): FormulaKind {
  const whole = formula.replace(/^(?:of:|oooc:|msoxl:)?=?\s*/i, '').trim();
  const outer = outermost(whole);
  if (/[<>=]/.test(outer)) return 'truth';
  if (outer.includes('&')) return 'text';
  if (/^"[^]*"$/.test(whole) && outer === '""') return 'text';
  const name = /^([A-Za-z.]+)\(\)$/.exec(outer)?.[1];
  if (name === undefined) return /[+\-*/^%]|^[\d.]+$/.test(outer) ? 'number' : 'any';
  if (textFunctions.test(name)) return 'text';
  if (truthFunctions.test(name)) return 'truth';
  if (numberFunctions.test(name)) return 'number';
  return choosing.test(name) && whole.includes('"') ? 'numberOrText' : 'any';
}

/** A formula without what stands in its brackets and quotes. */
function outermost(formula: string): string {
  let depth = 0;
  let outer = '';
  for (const [part] of formula.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^]/g)) {
    if (part === ')' || part === ']' || part === '}') depth -= 1;
    if (depth === 0) outer += part.startsWith('"') ? '""' : part.startsWith("'") ? '' : part.trim();
    if (part === '(' || part === '[' || part === '{') depth += 1;
  }
  return outer;
}
