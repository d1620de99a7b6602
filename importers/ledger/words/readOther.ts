import type { Channel } from '../../../src/ledger/LedgerCase.js';
import { lookup, normalWord } from './normalWord.js';
import { channelWords, noWords, remedyWords, routeWords, yesWords } from './otherWords.js';

const channels = lookup(channelWords);
const results = lookup(remedyWords);
const routes = lookup(routeWords);
const nothing = new Set(noWords.map(normalWord).filter((word) => word !== ''));

/** Words stand on thousands of lines; each is looked up once. */
function remembering<Meaning>(read: (text: string) => Meaning): (text: string) => Meaning {
  const known = new Map<string, Meaning>();
  return (text) => {
    if (known.has(text)) return known.get(text) as Meaning;
    const meaning = read(text);
    if (known.size < 1_000) known.set(text, meaning);
    return meaning;
  };
}

/** Whether a cell says that there is nothing to say. */
export const isNothing = remembering(
  // （一） is a number of the form and nothing else.
  (text) => !/[\p{L}\p{N}]/u.test(text) || nothing.has(normalWord(text)),
);

const ticks = new Set([...yesWords, '✅', '☑', '■', '●', 'v']);

/** √, 1, 是: that a case is of the kind of its column. */
export function isTick(text: string): boolean {
  return ticks.has(text.normalize('NFKC').trim().toLowerCase());
}

/** How a request came in; null when that is not known. */
export const readChannel = remembering((text): Channel | null => {
  const word = normalWord(text);
  const known =
    channels.get(word) ?? [...channels].find(([part]) => part.length > 1 && word.includes(part))?.[1];
  return (known ?? null) as Channel | null;
});

/** A column of 四. */
export const readResult = remembering((text) => results.get(normalWord(text)));

/** A row of 四. */
export const readRoute = remembering((text) => routes.get(normalWord(text)));
