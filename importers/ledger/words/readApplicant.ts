import { disputedApplicants, organisationWords, otherWord, settledApplicants } from './applicantWords.js';
import { lookup, normalWord, wordsIn } from './normalWord.js';
import { settled, unknownWord, type Reading } from './Vocabulary.js';

const known = lookup(settledApplicants.words);
const disputed = new Map(
  Object.entries(disputedApplicants).map(([word, columns]) => [normalWord(word), columns]),
);
const organisations = new Set(organisationWords.map(normalWord));
/** 法人 alone is asked for; beside a column of 三 it says only that nobody asked for himself. */
const legalPerson = normalWord('法人');
const other = normalWord(otherWord);

/** Reads who asked: a column of 三. */
export function readApplicant(text: string): Reading {
  const word = normalWord(text);
  const meaning = known.get(word);
  if (meaning !== undefined) return settled(meaning);
  const between = disputed.get(word);
  if (between) return { kind: 'asked', between };
  const all = wordsIn(text);
  const words = all.filter((each) => !organisations.has(each) && each !== legalPerson);
  const hasGroup = words.length < all.length;
  if (words.length !== 1 || !hasGroup) return unknownWord;
  const [detail = ''] = words;
  if (detail === other)
    return all.includes(legalPerson)
      ? { kind: 'asked', between: ['business', 'otherOrganization'] }
      : settled('otherOrganization');
  const column = known.get(detail);
  if (column !== undefined) return column === 'naturalPerson' ? unknownWord : settled(column);
  return { kind: 'asked', between: disputed.get(detail) ?? [] };
}
