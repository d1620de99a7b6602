/** A plain decimal times a power of ten. */
export function shiftPoint(digits: string, power: number): string {
  if (power === 0) return digits;
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(digits);
  if (!match) return digits;
  const [, sign = '', whole = '', fraction = ''] = match;
  const padded =
    whole.padStart(whole.length + Math.max(0, -power), '0') + fraction.padEnd(Math.max(0, power), '0');
  const point = padded.length - Math.max(fraction.length, Math.max(0, power)) + power;
  return `${sign}${padded.slice(0, point) || '0'}.${padded.slice(point)}`.replace(/\.$/, '');
}
