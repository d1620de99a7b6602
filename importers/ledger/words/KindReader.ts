import type { Form } from '../../../src/forms/form.js';
import type { AskedWords } from '../AskedWords.js';
import type { ConfirmedWords } from './confirmedWords.js';
import { normalWord } from './normalWord.js';
import { readApplicant } from './readApplicant.js';
import { outcomeReader } from './readOutcome.js';
import { unknownWord, type Reading } from './Vocabulary.js';

/** What is told by a word for a kind: who asked, and how it ended. */
export type KindField = 'applicant' | 'outcome';

/** Reads words for kinds: as their office confirmed them, else as everybody reads them; the others are asked for. */
export class KindReader {
  private readonly read: Readonly<Record<KindField, (text: string) => Reading>>;
  private readonly confirmed: Readonly<Record<KindField, ReadonlyMap<string, string>>>;
  private readonly known = new Map<string, Reading>();

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

  /** The column or the row of 三 that some words say together; null when that is asked for. */
  kindOf(field: KindField, texts: readonly string[], at: string): string | null {
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

  private readingOf(field: KindField, texts: readonly string[], joined: string): Reading {
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
