import type { Form } from '../../src/forms/form.js';
import { openOutcome, type Mark, type PlacedCase } from '../../src/ledger/LedgerCase.js';
import type { LedgerField } from '../../src/ledger/ledgerFields.js';
import type { Problem } from '../../src/problems/problem.js';
import type { GridCell } from '../reading/grid.js';
import type { AskedWords } from './AskedWords.js';
import type { Binding } from './columns/bindColumns.js';
import { tickedWords } from './columns/tickedColumns.js';
import { blankCase, settleRemedies, type CaseDraft } from './caseDraft.js';
import { readCaseNumber } from './caseNumber.js';
import { DayReader } from './DayReader.js';
import { dayUnread, numberMissing } from './lineProblems.js';
import type { DayContext } from './readDay.js';
import { readFee } from './readFee.js';
import { readMark } from './readMark.js';
import type { ConfirmedWords } from './words/confirmedWords.js';
import { normalWord } from './words/normalWord.js';
import { KindReader } from './words/KindReader.js';
import { isNothing, readChannel, readResult, readRoute } from './words/readOther.js';

/** The cells of one line in the columns of a field. */
export type CellsOf = (binding: Binding) => readonly GridCell[];

/** Where a line stands. */
export interface LinePlace {
  /** Names the case where it has no number of its own. */
  readonly place: string;
  readonly days: DayContext;
  readonly numbered: (number: string) => string;
}

/** Reads lines into cases; what it cannot read is told, each cause once. */
export class CaseReader {
  private readonly kinds: KindReader;
  private readonly remedies: ReadonlyMap<string, string>;
  private readonly days = new DayReader();
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
        const read = this.days.read(cell, line.days);
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

  private isFaulty(code: 'DAY_IMPOSSIBLE' | 'DAY_UNCLEAR', field: LedgerField, cell: GridCell): false {
    this.problems.push(dayUnread(code, field, cell));
    return false;
  }
}

/** A day says more than that there was one. */
function surest(marks: readonly Mark[]): Mark {
  return marks.find((mark) => mark !== null && mark !== 'yes') ?? marks.find((mark) => mark !== null) ?? null;
}
