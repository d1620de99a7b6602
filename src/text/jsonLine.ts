const lineEnds = /[\u0085\u2028\u2029]/g;

/** JSON on one line, also for readers that take the line ends of Unicode for line ends, as Python's splitlines does. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    lineEnds,
    (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
