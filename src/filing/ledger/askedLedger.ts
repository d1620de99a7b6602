import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { Role } from '../../../entities/access/Role.js';
import type { FileDraft } from '../../../importers/draft/draft.js';
import { noWordsConfirmed, type ConfirmedWords } from '../../../importers/ledger/words/confirmedWords.js';
import type { Form } from '../../forms/form.js';
import { formById, formForYear } from '../../forms/index.js';
import type { Problem } from '../../problems/problem.js';
import { calendarYears } from '../../ledger/calendars/calendarYears.js';
import { workingDays } from '../../ledger/workingDays.js';
import type { Actor } from '../access/actor.js';
import { requireReach } from '../access/reach.js';
import { resolveAgencies } from '../agencies/resolveAgency.js';
import { Refusal } from '../refusal.js';
import type { LedgerOutcome } from './importLedger.js';
import { judgeLedger } from './ledgerDocument.js';
import { mergedWords, rememberedWords } from './ledgerWords.js';
import type { Sha256 } from '../../brands/brands.js';
import { dayInChina } from '../../season/chinaDay.js';
import { shortened } from '../../text/shortened.js';

export interface LedgerAsked {
  /** Code, name or alias; a filer's own when left out. */
  readonly agency: string | null;
  readonly year: number;
  /** The id of a form; that of the year when left out. */
  readonly form: string | null;
}

/** Whose ledger is to be read, by which form and in which words. */
export interface LedgerReading {
  readonly agency: Agency;
  readonly form: Form;
  readonly words: ConfirmedWords;
}

/** The form a ledger is counted for; FORM_UNKNOWN when there is none. */
export function formOfLedger({ form: id, year }: Pick<LedgerAsked, 'form' | 'year'>): Form {
  const form = id === null ? formForYear(year) : formById(id);
  if (form) return form;
  throw id === null
    ? new Refusal('FORM_UNKNOWN', `${year} 年度没有可用的统一格式，2019 年度起才有。`, ['year'])
    : new Refusal('FORM_UNKNOWN', `不认识统一格式“${shortened(id, 20)}”。`, ['form']);
}

/** Finds the office and adds what it has confirmed before to what is said now; a problem when there is no such office. */
export async function askedLedger(
  manager: EntityManager,
  actor: Actor,
  {
    asked,
    form,
    words = noWordsConfirmed,
  }: { readonly asked: LedgerAsked; readonly form: Form; readonly words?: ConfirmedWords },
): Promise<LedgerReading | { readonly problem: Problem }> {
  const own = actor.role === Role.FILER ? (actor.scope?.code ?? null) : null;
  const [found] = await resolveAgencies(manager, actor, [{ asked: asked.agency ?? own, printed: null }]);
  if (!found) throw new Error('one agency was asked for and none was answered');
  if ('problem' in found) return found;
  requireReach(actor, found.agency);
  const remembered = await rememberedWords(manager, found.agency.id, form);
  return { agency: found.agency, form, words: mergedWords(remembered, words) };
}

/** The answer to a ledger of nobody known. */
export function ledgerOfNobody(
  fileName: string,
  { year }: LedgerAsked,
  { form, sha256, problem }: { readonly form: Form; readonly sha256: Sha256; readonly problem: Problem },
): LedgerOutcome {
  const nothingRead: FileDraft = { format: null, encoding: null, problems: [problem], reports: [] };
  const judged = { year, form, calendar: workingDays(calendarYears(null)), today: dayInChina(new Date()) };
  return {
    ...judgeLedger(fileName, nothingRead, judged).document,
    ...{ agencyCode: null, year, status: 'REJECTED', sha256, version: null },
    diff: { came: [], went: [], changed: [] },
  };
}
