import { disputedApplicants, organisationWords, otherWord, settledApplicants } from './applicantWords.js';
import { lookup, normalWord, wordsIn } from './normalWord.js';
import { settled, unknownWord, type Reading } from './Vocabulary.js';

const known = lookup(settledApplicants.words);
const disputed = new Map(
  Object.entries(disputedApplicants).map(([word, columns]) => [normalWord(word), columns]),
);
const organisations = new Set(organisationWords.map(normalWord));
const other = normalWord(otherWord);

/** Reads who asked: a column of 三. */
export function readApplicant(text: string): Reading {
  const word = normalWord(text);
  const meaning = known.get(word);
  if (meaning !== undefined) return settled(meaning);
  const between = disputed.get(word);
  if (between) return { kind: 'asked', between };
  const words = wordsIn(text).filter((each) => !organisations.has(each));
  const hasGroup = words.length < wordsIn(text).length;
  if (words.length !== 1 || !hasGroup) return unknownWord;
  const [detail = ''] = words;
  if (detail === other) return settled('otherOrganization');
  const column = known.get(detail);
  if (column !== undefined) return column === 'naturalPerson' ? unknownWord : settled(column);
  return { kind: 'asked', between: disputed.get(detail) ?? [] };
}
