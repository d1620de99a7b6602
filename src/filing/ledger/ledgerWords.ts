import type { EntityManager } from 'typeorm';
import {
  confirmedWords,
  noWordsConfirmed,
  type ConfirmedWords,
} from '../../../importers/ledger/words/confirmedWords.js';
import type { Form } from '../../forms/form.js';
import { toJson } from '../storable.js';
import { Refusal } from '../refusal.js';
import type { Id } from '../../brands/brands.js';

/** What an office has confirmed, as far as it fits the form; nothing when it has confirmed nothing. */
export async function rememberedWords(
  manager: EntityManager,
  agencyId: Id<'Agency'>,
  form: Form,
): Promise<ConfirmedWords> {
  const [row] = await manager.query<{ words: Record<keyof ConfirmedWords, Record<string, string>> }[]>(
    'SELECT words FROM ledger_words WHERE agency_id = $1',
    [agencyId],
  );
  if (!row) return noWordsConfirmed;
  // A row of one form is none of another: such words are asked for again.
  const outcome = Object.fromEntries(
    Object.entries(row.words.outcome).filter(
      (entry) => typeof confirmedWords({ outcome: Object.fromEntries([entry]) }, form) !== 'string',
    ),
  );
  // What was remembered before there were words for remedies has none.
  return { ...noWordsConfirmed, ...row.words, outcome };
}

/** Words added to those that are remembered: what is said now is said over them. */
export function mergedWords(before: ConfirmedWords, now: ConfirmedWords): ConfirmedWords {
  return {
    columns: { ...before.columns, ...now.columns },
    applicant: { ...before.applicant, ...now.applicant },
    outcome: { ...before.outcome, ...now.outcome },
    remedies: { ...before.remedies, ...now.remedies },
  };
}

export async function rememberWords(
  manager: EntityManager,
  agencyId: Id<'Agency'>,
  { words, at, by }: { readonly words: ConfirmedWords; readonly at: Date; readonly by: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO ledger_words (agency_id, words, changed_at, changed_by) VALUES ($1, $2::jsonb, $3, $4)
     ON CONFLICT (agency_id) DO UPDATE
       SET words = EXCLUDED.words, changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by`,
    [agencyId, toJson(words), at.toISOString(), by],
  );
}

/** The words of a request, from their JSON; WORDS_INVALID with the reason when they are none. */
export function wordsOfText(text: string, form: Form): ConfirmedWords {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('WORDS_INVALID', '用词对照不是 JSON。', ['words']);
    throw error;
  }
  const words = confirmedWords(value, form);
  if (typeof words === 'string') throw new Refusal('WORDS_INVALID', words, ['words']);
  return words;
}
