import { numeralCharacters } from '../../prose/chineseNumeral.js';
import { numbersIn, type ProseNumber } from '../../prose/numbers.js';
import { remembered } from '../../prose/remembered.js';
import { sentencesOf } from '../../prose/sentences.js';
import { sumOfChannels } from './channels.js';
import { denials, statements, toldAtAll, type Stated } from './statedNumbers.js';
import { between, decidesCases, ofOtherThings, ofRemedies, ofRequests, otherwise } from './statementWords.js';

/** What a section is to be read with. */
export interface ProseContext {
  /** The report year; null while it is unknown. */
  readonly year: number | null;
  /** The name of an agency says nothing about a part: 某市某区城市管理局. */
  readonly agency: string | null;
}

interface SentenceContext extends ProseContext {
  /** Whether the sentence before it ended with requests for information. */
  readonly isOfRequests: () => boolean;
}

export interface StatedSentence {
  readonly sentence: string;
  /** Every number that is certain to stand for a cell of 三 or 四. */
  readonly stated: readonly Stated[];
}

/** The sentences of a section that state a number, where only a part of each counts: in that part. */
export function statedInSection(
  section: string,
  context: ProseContext,
  partOf: (sentence: string) => string = (sentence) => sentence,
): StatedSentence[] {
  const sentences = sentencesOf(section);
  /** Whether the text up to each sentence ends with requests; few ask, so it is found only as far as one asked. */
  const ends = [false];
  const endsBefore = (index: number): boolean => {
    for (let next = ends.length; next <= index; next += 1)
      ends.push(endsWithRequests(sentences[next - 1]!) ?? ends[next - 1]!);
    return ends[index]!;
  };
  return placesToRead(section).flatMap((index) => {
    const sentence = sentences[index]!;
    const stated = statedIn(partOf(sentence), { ...context, isOfRequests: () => endsBefore(index) });
    return stated.length > 0 ? [{ sentence, stated }] : [];
  });
}

/** A number, or what denies that there is any: no sentence without states anything. */
const figureOrDenial = new RegExp(`[\\d没未无${numeralCharacters}]`);
const denied = /没有|未|无/;

/** Which sentences of a section are worth reading. */
const placesToRead = remembered(
  (section) =>
    sentencesOf(section).flatMap((sentence, index) =>
      toldAtAll.test(sentence) && figureOrDenial.test(sentence) ? [index] : [],
    ),
  32,
);

/** Words and number stand this close together. */
const longestClause = 80;
/** What a number is about is said this close before it. */
const longestReach = 300;
const clauseEnd = /[，；：。！？,;:]/;
const tailEnd = /[，、；：。！？,;:(（]/;

const filler = `(?:${between.join('|')})*`;
const behindNumber = new RegExp(`^(?:${between.join('|')})*$`);
const beforeNumber = new Map(statements.map((each) => [each, new RegExp(`(?:${each.words})${filler}$`)]));

function statedIn(sentence: string, context: SentenceContext): Stated[] {
  if (!toldAtAll.test(sentence)) return [];
  if (isOfOneOffice(sentence)) return [];
  const text = context.agency ? sentence.replaceAll(context.agency, '') : sentence;
  const numbers = numbersIn(text);
  const isDenied = denied.test(text);
  if (numbers.length === 0 && !isDenied) return [];
  const channels = sumOfChannels(text, numbers, context.year);
  const stated = [
    ...(channels ? [channels] : []),
    ...numbers.flatMap((number, index) => readNumber(text, number, numbers[index - 1]?.to ?? 0, context)),
    ...(isDenied ? readDenials(text, context) : []),
  ];
  const names = new Set(stated.map(({ statement }) => statement.name));
  return stated.filter(({ statement }) => statement.beside === undefined || names.has(statement.beside));
}

/** A consolidated report tells what one office did among others: 区政府办代表区政府受理申请17件. */
function isOfOneOffice(sentence: string): boolean {
  return /代表|本办(?!理|结|件)|其中[^，。；]{0,12}(?:政府办|办公室|办(?=公|收|受|答|共|代|[，\d]))/.test(
    sentence,
  );
}

/** True when the last thing a sentence speaks of are requests; undefined when it names nothing. */
function endsWithRequests(sentence: string): boolean | undefined {
  const requests = lastPlace(sentence, ofRequests);
  const others = lastPlace(sentence, ofOtherThings);
  return Math.max(requests, others) < 0 ? undefined : requests > others;
}

function readNumber(text: string, number: ProseNumber, previous: number, context: SentenceContext): Stated[] {
  const start = clauseStart(text, number.from, previous);
  const head = text.slice(start, number.from);
  const rest = text.slice(number.to, number.to + longestClause);
  const tail = rest.slice(0, endOf(rest, tailEnd));
  for (const statement of statements) {
    const words = beforeNumber.get(statement)?.exec(head);
    const isBehind = !words && statement.behind?.test(tail) === true;
    if (!words && !isBehind) continue;
    if (statement.kind && lastKind(upTo(text, number.to + tail.length)) !== statement.kind) continue;
    const prefix = words ? head.slice(0, words.index) : head;
    const before = `${text.slice(previous, start)}${prefix}`;
    if (!isBehind && !behindNumber.test(tail)) return [];
    if (otherwise.test(prefix) || statement.unless?.test(before) || isOfOtherYear(text, number.from, context))
      return [];
    const wordsAt = words ? start + words.index : start;
    const isMeant = {
      documents: () => true,
      remedies: () => !decidesCases.test(before) || ofRemedies.test(upTo(text, wordsAt)),
      requests: () =>
        endsWithRequests(upTo(text, number.to + tail.length)) ??
        (statement.isTelling === true && context.isOfRequests()),
    }[statement.about]();
    return isMeant ? [{ statement, value: number.value }] : [];
  }
  return [];
}

/** The kind of document that a text names last. */
function lastKind(text: string): string | undefined {
  return [...text.matchAll(/规章(?!制度)|规范性文件/g)].at(-1)?.[0];
}

function readDenials(text: string, context: SentenceContext): Stated[] {
  const found: Stated[] = [];
  let end = 0;
  for (const clause of text.split(/(?<=[，；：。！？,;:])/)) {
    const head = clause.replace(/[，；：。！？,;:]$/, '').slice(-longestClause);
    end += clause.length;
    const denial = denials.find(({ words }) => words.test(head));
    const match = denial?.words.exec(head);
    if (!denial || !match) continue;
    const { of: statement } = denial;
    const isPart = otherwise.test(head.slice(0, match.index)) || statement.unless?.test(head);
    if (isPart || isOfOtherYear(text, end, context)) continue;
    if (statement.about === 'requests' || /信息公开|公开申请/.test(head))
      found.push({ statement, value: 0n });
  }
  return found;
}

/** Where the clause of a number begins: behind the last comma, the number before, or not too far. */
function clauseStart(text: string, from: number, previous: number): number {
  const earliest = Math.max(previous, from - longestClause);
  for (let at = from - 1; at >= earliest; at--) if (clauseEnd.test(text.charAt(at))) return at + 1;
  return earliest;
}

function endOf(text: string, end: RegExp): number {
  const at = text.search(end);
  return at < 0 ? text.length : at;
}

/** The last year named before the number is not that of the report. */
function isOfOtherYear(text: string, from: number, { year }: SentenceContext): boolean {
  const named = [...upTo(text, from).matchAll(/(?<!\d)(\d{4})年/g)].at(-1)?.[1];
  return named !== undefined && year !== null && Number(named) !== year;
}

function upTo(text: string, end: number): string {
  return text.slice(Math.max(0, end - longestReach), end);
}

function lastPlace(text: string, words: RegExp): number {
  return [...text.matchAll(words)].at(-1)?.index ?? -1;
}
