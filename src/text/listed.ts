/** The first of several names; how many there are when not all are named: `甲、乙 等 7 个`. */
export function listed(names: readonly string[], most: number, counter: string): string {
  return names.slice(0, most).join('、') + (names.length > most ? ` 等 ${names.length} ${counter}` : '');
}
