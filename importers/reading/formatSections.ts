/** How a number format shows a number. */
export interface NumberFormat {
  /** A number is shown divided by this power of ten: 4 for `0!.0,`, where 732051 is shown as 73.2. */
  readonly power: number;
  /** How many decimals are shown; null where the format does not say. */
  readonly decimals: number | null;
  /** The words before and after the digits. */
  readonly before: string;
  readonly after: string;
  /** `percent`: shown times a hundred. `nothing`: not shown. `other`: digits that are none of the number's. */
  readonly shows: 'number' | 'percent' | 'nothing' | 'other';
  /** In Chinese or full-width numerals: 三千零八十九. */
  readonly inNumerals?: true;
}

/** A part of a format code, for numbers of one sign or under one condition. */
export interface FormatSection {
  readonly condition: { readonly sign: string; readonly limit: number } | null;
  readonly format: NumberFormat;
}

/** Literal texts and colours, conditions and codes in brackets; `!` escapes a character as `\` does. */
const token =
  /"([^"]*)"?|[\\!](.)?|_.?|\*.?|\[([^\]]*)\]?|(General|G\/通用格式)|([0#?]+)|(\.)|(,+)|(%)|([Ee][+-])|(.)/gsu;

/** The parts of a format code, in their order. */
export function formatSections(code: string): FormatSection[] {
  return splitSections(code).map((section, index) => readSection(section, index === 0));
}

function splitSections(code: string): string[] {
  const sections = [''];
  for (const [part] of code.matchAll(/"[^"]*"?|[\\!].?|\[[^\]]*\]?|;|[^"\\![;]+/gsu))
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  return sections;
}

function readSection(code: string, isFirst: boolean): FormatSection {
  let condition: FormatSection['condition'] = null;
  let before = '';
  let inside = '';
  let after = '';
  let hasDigits = false;
  let isPercent = false;
  /** [White] on a white sheet is seen by nobody. */
  let isWhite = false;
  let inNumerals = false;
  let scale = 0;
  let decimals: number | null = null;
  /** Digits behind a point that is only drawn: the number is shown divided by as many tens. */
  let drawn: number | null = null;
  let points = 0;
  let isFraction = false;
  const literal = (text: string): void => {
    if (hasDigits) after += text;
    else before += text;
  };
  for (const [
    whole,
    quoted,
    escaped,
    bracket,
    general,
    digits,
    point,
    commas,
    percent,
    ,
    other,
  ] of code.matchAll(token)) {
    if (quoted !== undefined) literal(quoted);
    else if (escaped !== undefined) literal(escaped);
    else if (bracket !== undefined) {
      // [$¥-804] is the sign of a currency.
      if (bracket.startsWith('$')) literal(bracket.slice(1).split('-')[0] ?? '');
      if (/^(?:white|白色?|color ?2)$/i.test(bracket)) isWhite = true;
      if (/^dbnum/i.test(bracket)) inNumerals = true;
      const [, sign, limit] = /^([<>]=?|=|<>)\s*(-?[\d.]+)$/.exec(bracket) ?? [];
      if (sign && limit) condition = { sign, limit: Number(limit) };
    } else if (general || whole === '@') hasDigits = true;
    else if (digits) {
      // What stood between two groups of digits stands inside the number.
      if (hasDigits && after !== '') {
        if (/^[.．]$/.test(after.trim())) {
          points += 1;
          drawn = 0;
        }
        inside += after;
        after = '';
      }
      scale = 0;
      hasDigits = true;
      if (digits.includes('?')) isFraction = true;
      if (drawn !== null) drawn += digits.length;
      if (decimals !== null) decimals += digits.length;
    } else if (point) {
      points += 1;
      decimals ??= 0;
    } else if (commas) scale = hasDigits ? commas.length * 3 : 0;
    else if (percent) isPercent = true;
    else if (other) literal(other);
  }
  const format = {
    power: scale + (drawn ?? 0),
    decimals: decimals ?? drawn,
    before,
    after,
    shows: isWhite
      ? ('nothing' as const)
      : shownBy({ hasDigits, isPercent, isFirst, isFraction, points, before, inside, after }),
    ...(inNumerals && { inNumerals: true as const }),
  };
  return { condition, format };
}

/** Points, marks of thousands and their words; 3"-"089 is no number. */
const insideNumber = /^[\s.．,，万亿千百十]*$/u;

function shownBy(read: {
  hasDigits: boolean;
  isPercent: boolean;
  isFirst: boolean;
  isFraction: boolean;
  points: number;
  before: string;
  inside: string;
  after: string;
}): NumberFormat['shows'] {
  const { hasDigits, isPercent, isFirst, isFraction, points, before, after } = read;
  const inside = isFraction ? read.inside.replace('/', '') : read.inside;
  if (!hasDigits) return (before + after).trim() === '' ? 'nothing' : 'other';
  if (isPercent || /[%％‰]/.test(before + after)) return 'percent';
  const isDisguised = /\d[.．,\s]*$/u.test(before) || /^[.．]?\d/u.test(after) || !insideNumber.test(inside);
  const isNegated = isFirst && /[-−–—－]\s*$/u.test(before);
  return points > 1 || isDisguised || isNegated ? 'other' : 'number';
}
