import type { Form } from '../../src/forms/form.js';
import { openOutcome, type Channel, type Mark, type PlacedCase } from '../../src/ledger/LedgerCase.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import { shortened } from '../../src/text/shortened.js';
import type { GridCell } from '../reading/grid.js';
import type { AskedWords } from './AskedWords.js';
import type { Binding } from './bindColumns.js';
import { readCaseNumber } from './caseNumber.js';
import { ledgerFields, type LedgerField } from '../../src/ledger/ledgerFields.js';
import type { ConfirmedWords } from './words/confirmedWords.js';
import { masked } from './personal.js';
import { readDay, type DayContext } from './readDay.js';
import { readFee } from './readFee.js';
import { readMark } from './readMark.js';
import { channelWords, noWords, remedyWords, routeWords } from './words/otherWords.js';
import { lookup, normalWord } from './words/normalWord.js';
import { readApplicant } from './words/readApplicant.js';
import { outcomeReader } from './words/readOutcome.js';
import { unknownWord, type Reading } from './words/Vocabulary.js';

const channels = lookup(channelWords);
const results = lookup(remedyWords);
const routes = lookup(routeWords);
const nothing = new Set(noWords.map(normalWord).filter((word) => word !== ''));

const longestQuoted = 24;

/** The cells of one line in the columns of a field. */
export type CellsOf = (binding: Binding) => readonly (GridCell | undefined)[];

/** Reads lines into cases; what it cannot read is told, each cause once. */
export class CaseReader {
  private readonly read: Readonly<Record<'applicant' | 'outcome', (text: string) => Reading>>;
  private readonly confirmed: Readonly<Record<'applicant' | 'outcome', ReadonlyMap<string, string>>>;
  private readonly known = new Map<string, Reading>();
  readonly problems: Problem[] = [];

  constructor(
    form: Form,
    words: ConfirmedWords,
    private readonly asked: AskedWords,
  ) {
    this.read = { applicant: readApplicant, outcome: outcomeReader(form) };
    const byWord = (meanings: Readonly<Record<string, string>>) =>
      new Map(Object.entries(meanings).map(([word, meaning]) => [normalWord(word), meaning]));
    this.confirmed = { applicant: byWord(words.applicant), outcome: byWord(words.outcome) };
  }

  /** The case of a line. `place` names it where it has no number of its own. */
  caseOf(
    bindings: readonly Binding[],
    cellsOf: CellsOf,
    {
      place,
      days,
      numbered,
    }: { readonly place: string; readonly days: DayContext; readonly numbered: (number: string) => string },
  ): PlacedCase {
    const unread: string[] = [];
    const one: { -readonly [key in keyof PlacedCase]: PlacedCase[key] } = {
      ...blankCase,
      number: '',
      at: place,
    };
    for (const binding of bindings) {
      const { field } = binding;
      const cells = cellsOf(binding).filter((cell) => cell !== undefined);
      const [cell] = cells;
      if (!cell) continue;
      const fault = (code: 'DAY_IMPOSSIBLE' | 'DAY_UNCLEAR'): void => {
        unread.push(field);
        this.problems.push(problem(code, dayMessage(code, field, cell), { at: cell.at }));
      };
      switch (field) {
        case 'number': {
          const read = readCaseNumber(cell);
          if (read.problem) this.problems.push(read.problem);
          if (read.number !== null) one.number = numbered(read.number);
          break;
        }
        case 'received':
        case 'answered':
        case 'correctionReceived':
        case 'thirdPartyReplied': {
          const read = readDay(cell, days);
          one[field] = read.day;
          if (read.day === null && read.fault) fault(read.fault);
          break;
        }
        case 'correctionAsked':
        case 'thirdPartyAsked':
        case 'extended': {
          const read = cells.map((each) => readMark(each, days));
          one[field] = surest(read.map(({ mark }) => mark));
          const faulty = read.find((each) => each.fault !== undefined);
          if (faulty?.fault && one[field] === null) fault(faulty.fault);
          break;
        }
        case 'applicant':
        case 'outcome': {
          const texts = cells.map(({ text }) => text.trim()).filter((text) => !isNothing(text));
          if (texts.length === 0) break;
          const meaning = this.wordOf(field, texts, cell.at);
          if (meaning === null) unread.push(field);
          one[field] = meaning === 'carriedForward' ? openOutcome : meaning;
          break;
        }
        case 'channel':
          one.channel = channelOf(cell.text);
          break;
        case 'fee':
          one.fee = readFee(cell.number ?? cell.text);
          break;
        default: {
          if (isNothing(cell.text)) break;
          const meaning = (field === 'litigationRoute' ? routes : results).get(normalWord(cell.text));
          if (meaning === undefined) {
            unread.push(field);
            this.asked.add(field, cell.text.trim(), { at: cell.at, between: [], isAssumed: false });
          } else {
            one[field] = meaning;
            if (binding.route) one.litigationRoute = binding.route;
          }
        }
      }
    }
    // Who goes to court after a reconsideration has one behind him.
    if (one.litigationResult !== null && one.litigationRoute === null && one.reconsiderationResult !== null)
      one.litigationRoute = 'litigationAfterReconsideration';
    if (one.litigationResult === null && one.litigationRoute !== null) one.litigationRoute = null;
    if (one.number === '') {
      one.number = place;
      this.problems.push(
        problem(
          'CASE_NUMBER_MISSING',
          `${place} 没有申请编号，暂以位置代替。请补填，否则跨年度无法逐件核对。`,
          {
            at: place,
          },
        ),
      );
    }
    return unread.length > 0 ? { ...one, unread } : one;
  }

  private wordOf(field: 'applicant' | 'outcome', texts: readonly string[], at: string): string | null {
    const joined = texts.join(' + ');
    const key = `${field} ${joined}`;
    const known = this.known.get(key) ?? this.readingOf(field, texts, joined);
    this.known.set(key, known);
    if (known.kind === 'asked') {
      this.asked.add(field, joined, { at, between: known.between, isAssumed: false });
      return null;
    }
    if (known.isAssumed) this.asked.add(field, joined, { at, between: [known.meaning], isAssumed: true });
    return known.meaning;
  }

  private readingOf(field: 'applicant' | 'outcome', texts: readonly string[], joined: string): Reading {
    const [first = ''] = texts;
    const meaning =
      this.confirmed[field].get(normalWord(joined)) ?? this.confirmed[field].get(normalWord(first));
    if (meaning !== undefined) return { kind: 'settled', meaning, isAssumed: false };
    const read = this.read[field];
    const together = read(joined);
    if (together.kind === 'settled' || texts.length === 1) return together;
    // 重复申请 + 与2024-003相同: what stands beside a settled word and is no word itself changes nothing.
    const alone = read(first);
    const isNoWord = texts.slice(1).every((text) => read(text) === unknownWord);
    return alone.kind === 'settled' && isNoWord ? alone : together;
  }
}

const blankCase: Omit<PlacedCase, 'number' | 'at'> = {
  applicant: null,
  received: null,
  channel: null,
  correctionAsked: null,
  correctionReceived: null,
  thirdPartyAsked: null,
  thirdPartyReplied: null,
  extended: null,
  answered: null,
  outcome: null,
  fee: null,
  reconsiderationResult: null,
  litigationRoute: null,
  litigationResult: null,
};

function isNothing(text: string): boolean {
  // （一） is a number of the form and nothing else.
  return !/[\p{L}\p{N}]/u.test(text) || nothing.has(normalWord(text));
}

/** A day says more than that there was one. */
function surest(marks: readonly Mark[]): Mark {
  return marks.find((mark) => mark !== null && mark !== 'yes') ?? marks.find((mark) => mark !== null) ?? null;
}

function channelOf(text: string): Channel | null {
  const word = normalWord(text);
  const exact =
    channels.get(word) ?? [...channels].find(([known]) => known.length > 1 && word.includes(known))?.[1];
  return (exact ?? null) as Channel | null;
}

function dayMessage(code: 'DAY_IMPOSSIBLE' | 'DAY_UNCLEAR', field: LedgerField, cell: GridCell): string {
  const said = `“${ledgerFields[field]}”一列的“${shortened(masked(cell.text), longestQuoted)}”`;
  return code === 'DAY_IMPOSSIBLE'
    ? `${said}不是日历上有的日子。请改正。`
    : `${said}看不准是哪一天。请写全年月日。`;
}
