/** A measured number with its unit; ratios are left out, they are of one side already. */
const number = /(?<![\d.])(-?\d+(?:\.\d+)?)( (?:s|ms|µs|MiB)(?= |$)|\/s)/g;
/** Where the name of a row ends: the first number that stands apart from it. */
const firstNumber = / {2,}-?\d/;

/**
 * The measured numbers in what a run printed, each under the heading, the line and the column it stands in, so that
 * two runs can be laid beside each other.
 */
export function measurements(printed) {
  const found = new Map();
  let heading = '';
  let group = '';
  for (const line of printed.split('\n')) {
    if (/^目标/.test(line)) break;
    if (/^[一二三四五六七八九十]+、/.test(line)) [heading, group] = [line, ''];
    else if (/^\S/.test(line)) group = line;
    else if (heading !== '' && /^ {2}\S/.test(line)) {
      const start = line.slice(2).search(firstNumber);
      if (start < 0) continue;
      const label = line.slice(2, start + 2).trim();
      let column = 0;
      for (const [, value, unit] of line.slice(start + 2).matchAll(number)) {
        column += 1;
        const name = [heading, group, label].filter((part) => part !== '').join(' · ');
        found.set(`${name} · ${column}`, { name, column, value: Number(value), unit: unit.trim() });
      }
    }
  }
  return found;
}
