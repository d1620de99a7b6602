import { startOfDayNamed } from '../../season/chinaDay.js';
import { visibleText } from '../../text/visibleText.js';
import { Refusal } from '../refusal.js';
import { storableText } from '../storable.js';

export type FieldValue = string | boolean | null | readonly string[];

/** One thing said of an agency: how it is read, printed, cleaned and judged, wherever it is given. */
export interface AgencyField<Value extends FieldValue> {
  /** Its names in the head of a table; the first is printed. */
  readonly headings: readonly [string, ...string[]];
  /** What the schema says of it where it is given. */
  readonly description: string;
  readonly type: 'text' | 'day' | 'texts' | 'yesNo' | 'level' | 'kind';
  /** What it is where nothing is said of it. */
  readonly unknown: Value;
  /** Whether reports are judged by it. */
  readonly isJudged: boolean;
  print(value: Value): string;
  /** undefined when the text cannot be read. */
  parse(text: string): Value | undefined;
  clean(value: Value): Value;
  /** What cannot be right. */
  refusals(value: Value): readonly Refusal[];
}

interface Described {
  readonly headings: readonly [string, ...string[]];
  readonly description?: string;
  readonly isJudged?: boolean;
}

const longest = 200;
/** A name is one line, however it was typed into a form, and holds nothing that nobody sees. */
const lineBreaks = /[\t\r\n]+/g;
const separators = /[;；、|]/;

const oneLine = (text: string) => visibleText(storableText(text)).replace(lineBreaks, ' ').trim();

function textRefusals(words: string, text: string): Refusal[] {
  const { length } = visibleText(text).trim();
  if (length === 0) return [new Refusal('INVALID_REQUEST', `没有填写${words}。`)];
  return length > longest ? [new Refusal('INVALID_REQUEST', `${words}不能超过 ${longest} 字。`)] : [];
}

/** A text that must be given; `words` is what a refusal calls it. */
export function requiredText(words: string, described: Described): AgencyField<string> {
  return {
    ...{ description: '', isJudged: false, ...described, type: 'text', unknown: '' },
    print: (value) => value,
    parse: (text) => text,
    clean: oneLine,
    refusals: (value) => textRefusals(words, value),
  };
}

/** A text that may be left out; `faultOf` says what cannot be right with it. */
export function text(
  described: Described,
  faultOf: (value: string) => Refusal | string | null = () => null,
): AgencyField<string | null> {
  return {
    ...{ description: '', isJudged: false, ...described, type: 'text', unknown: null },
    print: (value) => value ?? '',
    parse: (given) => (given === '' ? null : given),
    clean: (value) => (value === null || oneLine(value) === '' ? null : oneLine(value)),
    refusals: (value) => {
      const fault = value === null ? null : faultOf(value);
      if (fault === null) return [];
      return [typeof fault === 'string' ? new Refusal('INVALID_REQUEST', fault) : fault];
    },
  };
}

/** A day of the calendar that may be left out. */
export function day(described: Described): AgencyField<string | null> {
  return {
    ...text(described, (value) =>
      startOfDayNamed(value) === null ? `日期应写成 2019-03-01，现在是“${value}”。` : null,
    ),
    type: 'day',
  };
}

/** Any number of texts in one cell; `words` is what a refusal calls one of them. */
export function texts(words: string, described: Described): AgencyField<readonly string[]> {
  return {
    ...{ description: '', isJudged: false, ...described, type: 'texts', unknown: [] },
    print: (values) => values.join('；'),
    parse: (given) =>
      given
        .split(separators)
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    clean: (values) => [...new Set(values.map(oneLine).filter((each) => each !== ''))],
    refusals: (values) => [
      ...values.flatMap((each) => textRefusals(words, each)).slice(0, 1),
      ...(values.some((each) => /[;；]/.test(each))
        ? [new Refusal('INVALID_REQUEST', `${words}中不能有分号，它隔开几个${words}。请分成几个${words}。`)]
        : []),
    ],
  };
}

/** One of a list of words. */
export function word<Value extends string>(
  type: 'level' | 'kind',
  words: Readonly<Record<Value, string>>,
  described: Described,
): AgencyField<Value | null> {
  const entries = Object.entries<string>(words) as [Value, string][];
  return {
    ...{ description: '', isJudged: false, ...described, type, unknown: null },
    print: (value) => (value === null ? '' : words[value]),
    parse: (given) =>
      given === ''
        ? null
        : entries.find(([value, name]) => name === given || value === given.toUpperCase())?.[0],
    clean: (value) => value,
    refusals: () => [],
  };
}

export function yesNo<Unknown extends boolean | null>(
  unknown: Unknown,
  described: Described,
): AgencyField<boolean | Unknown> {
  return {
    ...{ description: '', isJudged: false, ...described, type: 'yesNo', unknown },
    print: (value) => (value === null ? '' : value ? '是' : '否'),
    parse: (given) => {
      if (given === '') return unknown;
      if (/^(?:是|有|1|true|y|yes)$/i.test(given)) return true;
      return /^(?:否|无|0|false|n|no)$/i.test(given) ? false : undefined;
    },
    clean: (value) => value,
    refusals: () => [],
  };
}
