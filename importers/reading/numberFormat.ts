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
}

interface Section {
  readonly condition: { readonly sign: string; readonly limit: number } | null;
  readonly format: NumberFormat;
}

/** Literal texts and colours, conditions and codes in brackets; `!` escapes a character as `\` does. */
const token =
  /"([^"]*)"?|[\\!](.)?|_.?|\*.?|\[([^\]]*)\]?|(General|G\/通用格式)|([0#?]+)|(\.)|(,+)|(%)|([Ee][+-])|(.)/gsu;

const known = new Map<string, readonly Section[]>();
const mostKnown = 1_000;

/** How a format code shows a number, which is a plain decimal. */
export function numberFormat(code: string, number: string): NumberFormat {
  let sections = known.get(code);
  if (!sections) {
    if (known.size >= mostKnown) known.clear();
    known.set(
      code,
      (sections = splitSections(code).map((section, index) => readSection(section, index === 0))),
    );
  }
  const value = Number(number);
  const chosen = sectionFor(sections, value);
  if (!chosen) return plain;
  const { format } = chosen;
  // Zeros are often shown as a dash or not at all.
  if (value === 0 && (format.shows === 'nothing' || format.shows === 'other') && sections.length > 1)
    return plain;
  return format;
}

const plain: NumberFormat = { power: 0, decimals: null, before: '', after: '', shows: 'number' };

function sectionFor(sections: readonly Section[], value: number): Section | undefined {
  if (sections.some(({ condition }) => condition))
    return (
      sections.find(({ condition }) => condition && holds(condition, value)) ??
      sections.find(({ condition }) => !condition) ??
      sections.at(-1)
    );
  const place = value > 0 ? 0 : value < 0 ? 1 : 2;
  return sections[place] ?? sections[0];
}

function holds({ sign, limit }: { sign: string; limit: number }, value: number): boolean {
  switch (sign) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    default:
      return value !== limit;
  }
}

function splitSections(code: string): string[] {
  const sections = [''];
  for (const [part] of code.matchAll(/"[^"]*"?|[\\!].?|\[[^\]]*\]?|;|[^"\\![;]+/gsu))
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  return sections;
}

function readSection(code: string, isFirst: boolean): Section {
  let condition: Section['condition'] = null;
  let before = '';
  let inside = '';
  let after = '';
  let hasDigits = false;
  let isPercent = false;
  let scale = 0;
  let decimals: number | null = null;
  /** Digits behind a point that is only drawn: the number is shown divided by as many tens. */
  let drawn: number | null = null;
  let points = 0;
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
    shows: shownBy({ hasDigits, isPercent, isFirst, points, before, inside, after }),
  };
  return { condition, format };
}

function shownBy(read: {
  hasDigits: boolean;
  isPercent: boolean;
  isFirst: boolean;
  points: number;
  before: string;
  inside: string;
  after: string;
}): NumberFormat['shows'] {
  const { hasDigits, isPercent, isFirst, points, before, inside, after } = read;
  if (!hasDigits) return (before + after).trim() === '' ? 'nothing' : 'other';
  if (isPercent || /[%％‰]/.test(before + after)) return 'percent';
  const isDisguised = /\d[.．,\s]*$/u.test(before) || /^[.．]?\d/u.test(after) || /[\d!元角点]/u.test(inside);
  const isNegated = isFirst && /[-−–—－]\s*$/u.test(before);
  return points > 1 || isDisguised || isNegated ? 'other' : 'number';
}
