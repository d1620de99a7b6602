import type { Line } from '../../src/forms/form.js';
import { labelStem, normalizeLabel, similarity, withoutNote } from './labels.js';

/** `printed`: as on the form. `repaired`: a known spelling or a note appended. `similar`: mistyped or cut off. */
export type Likeness = 'printed' | 'repaired' | 'similar';

export interface LabelMatch<T> {
  readonly line: T;
  readonly likeness: Likeness;
}

/** Shorter labels must agree to the letter: 规章, 其他, 总计. */
const shortestSimilar = 4;
const leastSimilarity = 0.75;
/** A label cut off by a line break must keep this many characters. */
const shortestPrefix = 5;
/** Longer texts are sentences, not labels. */
const longest = 80;
/** Agencies write the same labels: what was found for a text is remembered, within bounds. */
const remembered = 2_000;

/** Finds the row or column of the form that a text in a file means. */
export class LabelIndex<T extends Line> {
  private readonly printed = new Map<string, T>();
  private readonly known = new Map<string, T>();
  private readonly stems: { stem: string; line: T }[] = [];
  private readonly found = new Map<string, LabelMatch<T> | null>();

  constructor(lines: readonly T[]) {
    for (const line of lines) {
      this.printed.set(normalizeLabel(line.label), line);
      for (const text of [line.label, ...(line.aliases ?? [])]) {
        this.known.set(normalizeLabel(text), line);
        this.addStem(labelStem(text), line);
      }
    }
  }

  find(text: string): LabelMatch<T> | undefined {
    if (text.length > 2 * longest) return undefined;
    const found = this.found.get(text);
    if (found !== undefined) return found ?? undefined;
    if (this.found.size >= remembered) this.found.clear();
    const match = this.search(text);
    this.found.set(text, match ?? null);
    return match;
  }

  private search(text: string): LabelMatch<T> | undefined {
    const whole = normalizeLabel(text);
    if (whole.length === 0 || whole.length > longest) return undefined;
    const printed = this.printed.get(whole);
    if (printed) return { line: printed, likeness: 'printed' };
    const known = this.known.get(whole) ?? this.byStem(labelStem(text)) ?? this.byNotedLabel(text);
    if (known) return { line: known, likeness: 'repaired' };
    const similar = this.bySimilarity(labelStem(text));
    return similar && { line: similar, likeness: 'similar' };
  }

  private addStem(stem: string, line: T): void {
    // Two rows may not share a stem, or a label without its number would be a guess.
    const taken = this.stems.find((entry) => entry.stem === stem);
    if (!taken) this.stems.push({ stem, line });
  }

  private byStem(stem: string): T | undefined {
    return this.stems.find((entry) => entry.stem === stem)?.line;
  }

  private byNotedLabel(text: string): T | undefined {
    const label = withoutNote(text);
    if (label === null) return undefined;
    return this.known.get(normalizeLabel(label)) ?? this.byStem(labelStem(label));
  }

  private bySimilarity(stem: string): T | undefined {
    if (stem.length < shortestSimilar) return undefined;
    const ranked = this.stems
      .map(({ stem: other, line }) => ({ line, likeness: likenessOf(stem, other) }))
      .filter(({ likeness }) => likeness >= leastSimilarity)
      .sort((left, right) => right.likeness - left.likeness);
    const [best] = ranked;
    if (!best) return undefined;
    const rival = ranked.find(({ line }) => line !== best.line);
    return rival && rival.likeness === best.likeness ? undefined : best.line;
  }
}

/** Words that say that a figure is not of this year, or not of one kind: no slip of the pen. */
const otherMeaning = /上年|去年|上一年|往年|同期|同比|累计|小计|增减/;

function likenessOf(stem: string, other: string): number {
  if (otherMeaning.exec(stem)?.[0] !== otherMeaning.exec(other)?.[0]) return 0;
  if (other.length < shortestSimilar) return 0;
  if (stem.length >= shortestPrefix && other.startsWith(stem)) return 0.99;
  // Too different in length to be a slip: spare the work.
  if (Math.abs(stem.length - other.length) > Math.max(stem.length, other.length) * (1 - leastSimilarity))
    return 0;
  return similarity(stem, other);
}
