import { tablesOf } from '../../../src/cells.js';
import type { Form, Row } from '../../../src/forms/form.js';
import { outcomeRowsOf } from '../../../src/ledger/outcomeRow.js';
import { lookup, normalWord, wordsIn } from './normalWord.js';
import { assumedOutcomes, disputedOutcomes, settledOutcomes } from './outcomeWords.js';
import { settled, unknownWord, type Reading } from './Vocabulary.js';

/** Reads the outcome of a case. */
export type OutcomeReader = (text: string) => Reading;

const other = normalWord('其他');
/** What rows of （六） say behind their reason. */
const consequence = normalWord('行政机关不再处理其政府信息公开申请');

/** The words for the outcomes of a form: those of the form itself, of older practice, and its numbers. */
export function outcomeReader(form: Form): OutcomeReader {
  const rows = outcomeRows(form);
  const known = new Map([
    ...settledOutcomes.flatMap(({ words }) => [...lookup(words)]),
    ...rows.flatMap((row) => labelsOf(row).map((label) => [normalWord(label), row.id] as const)),
  ]);
  const assumed = lookup(assumedOutcomes.words);
  const disputed = new Map(Object.entries(disputedOutcomes).map(([word, rows]) => [normalWord(word), rows]));
  const groups = new Map<string, readonly string[]>();
  for (const { id, group } of rows)
    if (isGroup(group)) groups.set(normalWord(group), [...(groups.get(normalWord(group)) ?? []), id]);
  const numbers = numbersOf(rows);

  return (text) => {
    const number = numbers.get(text.normalize('NFKC').replace(/[\s.、]/g, ''));
    if (number !== undefined) return settled(number);
    const word = normalWord(text);
    return oneWord(word) ?? behindGroup(word) ?? together(wordsIn(text));
  };

  function oneWord(word: string): Reading | null {
    const meaning = known.get(word);
    if (meaning !== undefined) return settled(meaning);
    const usual = assumed.get(word);
    if (usual !== undefined) return settled(usual, true);
    const between = disputed.get(word) ?? groups.get(word);
    return between ? { kind: 'asked', between } : null;
  }

  /** （三）不予公开1.属于国家秘密, 其他处理—其他: a word behind the name of the group that it is in. */
  function behindGroup(word: string): Reading | null {
    for (const [group, ids] of groups) {
      if (!word.startsWith(group)) continue;
      const rest = normalWord(word.slice(group.length).replace(/^\d/, ''));
      const reading = withinGroup(rest, [group]) ?? oneWord(rest);
      if (reading?.kind === 'settled' && ids.includes(reading.meaning)) return reading;
    }
    return null;
  }

  /** Several words say one thing when they name one row, and the group that it is in. */
  function together(words: readonly string[]): Reading {
    if (words.length < 2) return unknownWord;
    const named = words.filter((word) => groups.has(word) && !known.has(word));
    const readings = words
      .filter((word) => !named.includes(word) && word !== consequence)
      .map((word) => withinGroup(word, named) ?? oneWord(word));
    const found = readings.flatMap((each) => (each?.kind === 'settled' ? [each] : []));
    if (found.some(({ meaning }) => meaning === 'partiallyDisclosed')) return settled('partiallyDisclosed');
    const [first] = found;
    const areAll = found.length === readings.length && first !== undefined;
    const isOne = areAll && found.every(({ meaning }) => meaning === first.meaning);
    const fits = named.every((group) => first !== undefined && groups.get(group)?.includes(first.meaning));
    if (isOne && fits)
      return settled(
        first.meaning,
        found.some(({ isAssumed }) => isAssumed),
      );
    return { kind: 'asked', between: [...new Set(found.map(({ meaning }) => meaning))] };
  }

  /** 其他 is a row only beside the name of its group. */
  function withinGroup(word: string, named: readonly string[]): Reading | null {
    if (word !== other) return null;
    const rowsOfGroup = named.flatMap((group) => groups.get(group) ?? []);
    return rowsOfGroup.includes('otherReasons') ? settled('otherReasons') : null;
  }
}

function outcomeRows(form: Form): readonly Row[] {
  const rows = tablesOf(form).find(({ id }) => id === 'requests')?.rows ?? [];
  return outcomeRowsOf(form).flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** （三） to （六）; 三 itself is no group of its rows. */
function isGroup(group: string | undefined): group is string {
  return group !== undefined && /^[（(]/.test(group);
}

/** 其他 is no word by itself, and a note in brackets is no part of one. */
function labelsOf({ label, aliases = [] }: Row): readonly string[] {
  const short = label.replace(/(?<=.{3})[（(].*$/u, '');
  return [label, short, ...aliases].filter((each) => normalWord(each) !== other);
}

/** （三）1, 三（三）1: a row by its number in the form. */
function numbersOf(rows: readonly Row[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const { id, label, group } of rows) {
    const outer = /^\([一二三四五六七八九十]\)/.exec((isGroup(group) ? group : label).normalize('NFKC'))?.[0];
    const inner = isGroup(group) ? /^\d/.exec(label.normalize('NFKC'))?.[0] : '';
    if (outer === undefined || inner === undefined) continue;
    numbers.set(outer + inner, id);
    numbers.set(`三${outer}${inner}`, id);
  }
  return numbers;
}
