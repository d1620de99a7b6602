import { problem, type Problem } from '../../src/problems/problem.js';
import { shortened } from '../../src/text/shortened.js';
import { ledgerFields, type LedgerField } from '../../src/ledger/ledgerFields.js';
import type { AskedWord } from './LedgerDraft.js';
import { masked } from './personal.js';

interface Asked {
  readonly field: LedgerField;
  readonly word: string;
  readonly between: readonly string[];
  readonly isAssumed: boolean;
  readonly at: string;
  cases: number;
}

/** How many different words a message quotes. */
const mostQuoted = 30;
const longestQuoted = 40;

/** The words of a ledger that somebody has to explain, each told once with the place where it first stands. */
export class AskedWords {
  private readonly words = new Map<string, Asked>();

  constructor(private readonly labelOf: (meaning: string) => string) {}

  add(
    field: LedgerField,
    word: string,
    {
      at,
      between,
      isAssumed,
    }: { readonly at: string; readonly between: readonly string[]; readonly isAssumed: boolean },
  ): void {
    const key = `${field} ${word}`;
    const known = this.words.get(key);
    if (known) known.cases += 1;
    else this.words.set(key, { field, word, between, isAssumed, at, cases: 1 });
  }

  /** The words that nothing is counted by until they are explained. */
  get asked(): readonly AskedWord[] {
    return this.open().map(({ field, word, cases, at }) => ({ field, word: masked(word), cases, at }));
  }

  get problems(): readonly Problem[] {
    const open = this.open();
    const assumed = [...this.words.values()].filter(({ isAssumed }) => isAssumed);
    const rest = open.length - mostQuoted;
    return [
      ...open
        .slice(0, mostQuoted)
        .map((each) => problem('WORD_UNKNOWN', this.question(each), { at: each.at })),
      ...(rest > 0
        ? [problem('WORD_UNKNOWN', `还有 ${rest} 种写法不认识，没有逐一列出。请先核对列是否选对。`)]
        : []),
      ...assumed.map((each) =>
        problem(
          'WORD_ASSUMED',
          `“${ledgerFields[each.field]}”一列的“${quoted(each.word)}”（${each.cases} 件）按通常的理解计入${each.between.map(this.labelOf).join('、')}，请确认一次。`,
          { at: each.at },
        ),
      ),
    ];
  }

  private open(): readonly Asked[] {
    return [...this.words.values()].filter(({ isAssumed }) => !isAssumed);
  }

  private question({ field, word, between, cases }: Asked): string {
    const said = `“${ledgerFields[field]}”一列的“${quoted(word)}”（${cases} 件）`;
    const readings = between.map(this.labelOf).join('、');
    return readings === ''
      ? `${said}不认识，没有计入。请指明它算哪一种。`
      : `${said}各地理解不同（${readings}），没有计入。请指明它算哪一种。`;
  }
}

function quoted(word: string): string {
  return shortened(masked(word), longestQuoted);
}
