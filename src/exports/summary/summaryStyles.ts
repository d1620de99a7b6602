/** The styles of a 汇总表: what a cell refers to by number. */
const fonts = [
  '<sz val="10.5"/><name val="宋体"/>',
  '<b/><sz val="10.5"/><name val="宋体"/>',
  '<sz val="16"/><name val="黑体"/>',
  '<sz val="8"/><color rgb="FF808080"/><name val="Consolas"/>',
];
const line = (side: string) => `<${side} style="thin"><color auto="1"/></${side}>`;
const frame = `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`;
const grey =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/><bgColor indexed="64"/></patternFill></fill>';

const centred = 'horizontal="center" vertical="center"';
// A number too wide for its column gets smaller; it would show as ##### otherwise.
const number = `${centred} shrinkToFit="1"`;
const whole = 1;
/** 万元 as on the printed form. */
const money = 164;

interface Style {
  readonly font: number;
  readonly alignment: string;
  readonly format?: number;
  readonly isFramed: boolean;
  readonly isGrey?: boolean;
}

const text = 'vertical="center" wrapText="1"';
const styles = {
  plain: { font: 0, alignment: 'vertical="center"', isFramed: false },
  title: { font: 2, alignment: 'vertical="center"', isFramed: false },
  head: { font: 1, alignment: `${centred} wrapText="1"`, isFramed: true, isGrey: true },
  names: { font: 3, alignment: number, isFramed: true },
  text: { font: 0, alignment: text, isFramed: true },
  count: { font: 0, alignment: number, format: whole, isFramed: true },
  money: { font: 0, alignment: number, format: money, isFramed: true },
  totalText: { font: 1, alignment: text, isFramed: true },
  totalCount: { font: 1, alignment: number, format: whole, isFramed: true },
  totalMoney: { font: 1, alignment: number, format: money, isFramed: true },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof styles;

const names = Object.keys(styles);

/** The number by which a cell refers to a style. */
export function styleNumber(name: StyleName): number {
  return names.indexOf(name);
}

function styleXml({ font, alignment, format = 0, isFramed, isGrey = false }: Style): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${isGrey ? 2 : 0}" borderId="${isFramed ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`;
}

const list = (name: string, items: readonly string[]) =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;

export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${[
  list('numFmts', [`<numFmt numFmtId="${money}" formatCode="0.0000##"/>`]),
  list(
    'fonts',
    fonts.map((font) => `<font>${font}</font>`),
  ),
  list('fills', [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    grey,
  ]),
  list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>', frame]),
  list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
  list('cellXfs', Object.values<Style>(styles).map(styleXml)),
  list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
].join('')}</styleSheet>`;
