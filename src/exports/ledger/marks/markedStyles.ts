import type { Mark } from './Mark.js';

/** The colours of a mark, as workbooks mark good and bad themselves. */
const colours: Readonly<Record<Mark['severity'], string>> = { error: 'FFFFC7CE', warning: 'FFFFEB9C' };

/** The formats of a workbook with those of marked cells added: everything else of a format stays. */
export class MarkedStyles {
  private readonly formats: string[];
  private readonly added = new Map<string, number>();
  private readonly fills = new Map<Mark['severity'], number>();
  private readonly prefix: string;

  /** null when the part is written in a way that is not known: then nothing is coloured. */
  static of(xml: string): MarkedStyles | null {
    const list = /<((?:\w+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/.exec(xml);
    const fills = /<((?:\w+:)?)fills\b[^>]*?(?:\/>|>([\s\S]*?)<\/\1fills>)/.exec(xml);
    return list && fills ? new MarkedStyles(xml, list[1] ?? '', list[2] ?? '') : null;
  }

  private constructor(
    private readonly xml: string,
    prefix: string,
    list: string,
  ) {
    this.prefix = prefix;
    this.formats = list.match(new RegExp(`<${prefix}xf\\b(?:[^>]*/>|[\\s\\S]*?</${prefix}xf>)`, 'g')) ?? [];
  }

  /** The number of a format that is another one with the colour of a mark; the other one when there is none. */
  marked(style: number, severity: Mark['severity']): number {
    const format = this.formats[style];
    if (format === undefined) return style;
    const key = `${style} ${severity}`;
    const known = this.added.get(key);
    if (known !== undefined) return known;
    const plain = format.replace(/\s(?:fillId|applyFill)="[^"]*"/g, '');
    this.formats.push(plain.replace(/xf\b/, `xf fillId="${this.fillOf(severity)}" applyFill="1"`));
    this.added.set(key, this.formats.length - 1);
    return this.formats.length - 1;
  }

  /** The part as it is to be written. */
  written(): string {
    const { prefix } = this;
    const fills = [...this.fills.keys()].map(
      (severity) =>
        `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${colours[severity]}"/>` +
        `<${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`,
    );
    const before = this.fillCount();
    return this.xml
      .replace(
        new RegExp(`(<${prefix}fills)\\b[^>]*?(?:/>|>([\\s\\S]*?)</${prefix}fills>)`),
        (_, open: string, inner = '') =>
          `${open} count="${before + fills.length}">${String(inner)}${fills.join('')}</${prefix}fills>`,
      )
      .replace(
        new RegExp(`(<${prefix}cellXfs)\\b[^>]*>[\\s\\S]*?(</${prefix}cellXfs>)`),
        (_, open: string, close: string) =>
          `${open} count="${this.formats.length}">${this.formats.join('')}${close}`,
      );
  }

  private fillOf(severity: Mark['severity']): number {
    const number = this.fills.get(severity) ?? this.fillCount() + this.fills.size;
    this.fills.set(severity, number);
    return number;
  }

  private fillCount(): number {
    const inner = new RegExp(`<${this.prefix}fills\\b[^>]*>([\\s\\S]*?)</${this.prefix}fills>`).exec(
      this.xml,
    );
    return inner?.[1]?.match(new RegExp(`<${this.prefix}fill\\b`, 'g'))?.length ?? 0;
  }
}
