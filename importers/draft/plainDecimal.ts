/**
 * A number of a workbook as a plain decimal string, without exponent, at the 15 significant digits a
 * spreadsheet program works with: SUM caches 59237.244900000005 for 59237.2449.
 */
export function plainDecimal(value: number): string {
  const short = String(Number(value.toPrecision(15)));
  if (!short.includes('e')) return short;
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential(14).split('e');
  const digits = mantissa.replace('.', '');
  const point = Number(exponent) + 1;
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const fraction = (point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}
