/** Years of which there could be reports; the database knows no day of some others. */
const earliest = 1900;
const latest = 2199;

export function isPossibleYear(year: number): boolean {
  return Number.isInteger(year) && year >= earliest && year <= latest;
}

/** What is wrong with another. */
export function impossibleYear(year: number): string {
  return `年度应在 ${earliest} 至 ${latest} 之间，现在是 ${year}。`;
}
