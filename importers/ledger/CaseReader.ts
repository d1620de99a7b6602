import type { Form } from '../../src/forms/form.js';
import { openOutcome, type Mark, type PlacedCase } from '../../src/ledger/LedgerCase.js';
import { ledgerFields, type LedgerField } from '../../src/ledger/ledgerFields.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import { shortened } from '../../src/text/shortened.js';
import type { GridCell } from '../reading/grid.js';
import type { AskedWords } from './AskedWords.js';
import type { Binding } from './columns/bindColumns.js';
import { blankCase, settleRemedies, type CaseDraft } from './caseDraft.js';
import { readCaseNumber } from './caseNumber.js';
import { masked } from './personal.js';
import { readDay, type DayContext, type ReadDay } from './readDay.js';
import { readFee } from './readFee.js';
import { readMark } from './readMark.js';
import type { ConfirmedWords } from './words/confirmedWords.js';
import { normalWord } from './words/normalWord.js';
import { KindReader } from './words/KindReader.js';
import { isNothing, isTick, readChannel, readResult, readRoute } from './words/readOther.js';

/** The cells of one line in the columns of a field. */
export type CellsOf = (binding: Binding) => readonly GridCell[];

/** Where a line stands. */
export interface LinePlace {
  /** Names the case where it has no number of its own. */
  readonly place: string;
  readonly days: DayContext;
  readonly numbered: (number: string) => string;
}

const longestQuoted = 24;
/** Days that a year has, and texts that are none. */
const mostDays = 2_000;

/** Reads lines into cases; what it cannot read is told, each cause once. */
export class CaseReader {
  private readonly kinds: KindReader;
  private readonly remedies: ReadonlyMap<string, string>;
  private days = new Map<string, ReadDay>();
  private daysOf: DayContext | null = null;
  readonly problems: Problem[] = [];

  constructor(
    form: Form,
    words: ConfirmedWords,
    private readonly asked: AskedWords,
  ) {
    this.kinds = new KindReader(form, words, asked);
    this.remedies = new Map(
      Object.entries(words.remedies).map(([word, meaning]) => [normalWord(word), meaning]),
    );
  }

  /** The case of a line. */
  caseOf(bindings: readonly Binding[], cellsOf: CellsOf, line: LinePlace): PlacedCase {
    const one = blankCase(line.place);
    const unread: string[] = [];
    for (const binding of bindings) {
      const cells = cellsOf(binding);
      const [cell] = cells;
      if (cell && !this.readInto(one, { binding, cells, cell, line })) unread.push(binding.field);
    }
    settleRemedies(one);
    if (one.number === '') {
      one.number = line.place;
      this.problems.push(numberMissing(line.place));
    }
    if (unread.length > 0) one.unread = unread;
    return one;
  }

  /** Reads a field; false when its file says something that could not be read. */
  private readInto(
    one: CaseDraft,
    {
      binding,
      cells,
      cell,
      line,
    }: {
      readonly binding: Binding;
      readonly cells: readonly GridCell[];
      readonly cell: GridCell;
      readonly line: LinePlace;
    },
  ): boolean {
    const { field, route } = binding;
    switch (field) {
      case 'number': {
        const read = readCaseNumber(cell);
        if (read.problem) this.problems.push(read.problem);
        if (read.number !== null) one.number = line.numbered(read.number);
        return true;
      }
      case 'received':
      case 'answered':
      case 'correctionReceived':
      case 'thirdPartyReplied':
      case 'reconsiderationDecided':
      case 'litigationDecided': {
        const read = this.dayOf(cell, line.days);
        one[field] = read.day ?? one[field];
        return read.day !== null || !read.fault || this.isFaulty(read.fault, field, cell);
      }
      case 'correctionAsked':
      case 'thirdPartyAsked':
      case 'extended': {
        const read = cells.map((each) => readMark(each, line.days));
        one[field] = surest(read.map(({ mark }) => mark));
        const faulty = read.find((each) => each.fault !== undefined);
        return !faulty?.fault || one[field] !== null || this.isFaulty(faulty.fault, field, cell);
      }
      case 'applicant':
      case 'outcome': {
        const texts = (
          binding.isTicked ? tickedWords(binding, cells) : cells.map(({ text }) => text.trim())
        ).filter((text) => !isNothing(text));
        if (texts.length === 0) return true;
        const kind = this.kinds.kindOf(field, texts, cell.at);
        one[field] = kind === 'carriedForward' ? openOutcome : kind;
        return kind !== null;
      }
      case 'channel':
        one.channel = readChannel(cell.text);
        return true;
      case 'fee':
        one.fee = readFee(cell.number ?? cell.text);
        return true;
      default: {
        if (isNothing(cell.text)) return true;
        const meaning =
          this.remedies.get(normalWord(cell.text)) ??
          (field === 'litigationRoute' ? readRoute(cell.text) : readResult(cell.text));
        if (meaning === undefined) {
          this.asked.add(field, cell.text.trim(), { at: cell.at, between: [], isAssumed: false });
          return false;
        }
        one[field] = meaning;
        if (route) one.litigationRoute = route;
        return true;
      }
    }
  }

  /** A ledger has few days and many lines: each is read once. */
  private dayOf(cell: GridCell, context: DayContext): ReadDay {
    if (cell.serial !== undefined || cell.fault !== undefined) return readDay(cell, context);
    if (this.daysOf?.headingYear !== context.headingYear || this.daysOf.from1904 !== context.from1904) {
      this.days = new Map();
      this.daysOf = context;
    }
    const text = cell.number ?? cell.text;
    const known = this.days.get(text) ?? readDay(cell, context);
    if (this.days.size < mostDays) this.days.set(text, known);
    return known;
  }

  private isFaulty(code: 'DAY_IMPOSSIBLE' | 'DAY_UNCLEAR', field: LedgerField, cell: GridCell): false {
    this.problems.push(problem(code, dayMessage(code, field, cell), { at: cell.at }));
    return false;
  }
}

/** The words in the heads of the columns that are ticked. */
function tickedWords({ columns }: Binding, cells: readonly GridCell[]): readonly string[] {
  const ticked = new Set(cells.filter(({ text }) => isTick(text)).map(({ column }) => column));
  return columns.filter(({ column }) => ticked.has(column)).map(({ parts }) => parts.at(-1) ?? '');
}

function numberMissing(place: string): Problem {
  return problem(
    'CASE_NUMBER_MISSING',
    `${place} 没有申请编号，暂以位置代替。请补填，否则跨年度无法逐件核对。`,
    { at: place },
  );
}

/** A day says more than that there was one. */
function surest(marks: readonly Mark[]): Mark {
  return marks.find((mark) => mark !== null && mark !== 'yes') ?? marks.find((mark) => mark !== null) ?? null;
}

function dayMessage(code: 'DAY_IMPOSSIBLE' | 'DAY_UNCLEAR', field: LedgerField, cell: GridCell): string {
  const said = `“${ledgerFields[field]}”一列的“${shortened(masked(cell.text), longestQuoted)}”`;
  return code === 'DAY_IMPOSSIBLE'
    ? `${said}不是日历上有的日子。请改正。`
    : `${said}看不准是哪一天。请写全年月日。`;
}
