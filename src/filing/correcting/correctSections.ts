import type { EntityManager } from 'typeorm';
import type { DraftSection } from '../../../importers/draft/draft.js';
import type { Form } from '../../forms/form.js';
import type { Actor } from '../access/actor.js';
import { changeReport, type Corrected } from './changeReport.js';
import { openReport, type ReportToOpen } from './openReport.js';
import { checkReason } from '../reason.js';
import type { ProseText } from '../reports/proseText.js';
import { longestSection } from '../reports/proseText.js';
import { Refusal, refuseAny } from '../refusal.js';
import { sha256 } from '../sha256.js';
import { storableText } from '../storable.js';

/** What one section is to say. */
export interface SectionChange {
  /** The id of one of the sections 一, 五, 六. */
  readonly section: string;
  /** null: the report has no such section. */
  readonly text: string | null;
}

export interface SectionCorrection extends ReportToOpen {
  readonly changes: readonly SectionChange[];
  readonly reason: string;
  readonly preview: boolean;
}

/** 更正: sets the prose of a report with a reason. A preview answers what it would do and stores nothing. */
export async function correctSections(
  manager: EntityManager,
  actor: Actor,
  correction: SectionCorrection,
): Promise<Corrected> {
  const { changes, preview } = correction;
  const open = await openReport(manager, actor, {
    request: correction,
    purpose: preview ? 'PREVIEW' : 'CHANGE',
  });
  const { report } = open;
  refuseAny([
    ...(preview ? [] : checkReason(correction.reason)),
    ...changes.flatMap((change, index) => faultsOf(report.form, changes, change, index)),
  ]);
  const prose = proseWith(report.form, report, changes);
  const changed = changedSections(report.sections, prose.sections);
  if (changed.length === 0)
    throw new Refusal('NOTHING_CHANGED', '改后的文字与现在的相同，没有任何改动。请核对后再提交。', [
      'changes',
    ]);
  const change = {
    content: prose,
    origin: 'CORRECTION',
    action: 'SECTION_CORRECTED',
    reason: correction.reason,
    details: Object.fromEntries(changed.flatMap(detailsOf)),
  } as const;
  return changeReport(manager, { actor, at: new Date() }, open, { ...change, preview });
}

function faultsOf(
  form: Form,
  changes: readonly SectionChange[],
  { section, text }: SectionChange,
  index: number,
): Refusal[] {
  const refuse = (message: string, field: string) => [
    new Refusal('INVALID_REQUEST', message, ['changes', String(index), field]),
  ];
  const known = form.sections.find(({ id, tables }) => id === section && tables.length === 0);
  if (!known) return refuse(`统一格式 ${form.id} 没有名为“${section}”的文字部分。`, 'section');
  if (changes.findIndex((other) => other.section === section) !== index)
    return refuse(`“${known.title}”出现两次。请只保留一段文字。`, 'section');
  if (text !== null && text.length > longestSection)
    return refuse(`“${known.title}”超过 ${longestSection} 字。`, 'text');
  return [];
}

/**
 * The prose after the changes. Once a section is added or taken away, the headings are no longer those that
 * were printed.
 */
function proseWith(form: Form, known: ProseText, changes: readonly SectionChange[]): ProseText {
  const sections = form.sections.flatMap(({ id, numeral, title }): DraftSection[] => {
    const before = known.sections.find((section) => section.id === id);
    const change = changes.find(({ section }) => section === id);
    if (!change) return before ? [before] : [];
    const text = change.text === null ? '' : storableText(change.text).trim();
    return text === '' ? [] : [{ id, title: before?.title ?? `${numeral}、${title}`, text }];
  });
  const same =
    sections.length === known.sections.length &&
    sections.every(({ id }, index) => id === known.sections[index]?.id);
  return { sections, headings: same ? known.headings : null, datedOn: known.datedOn };
}

interface ChangedSection {
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
}

function changedSections(before: readonly DraftSection[], after: readonly DraftSection[]): ChangedSection[] {
  const textIn = (sections: readonly DraftSection[], id: string) =>
    sections.find((section) => section.id === id)?.text ?? null;
  return [...new Set([...before, ...after].map(({ id }) => id))]
    .map((id) => ({ id, before: textIn(before, id), after: textIn(after, id) }))
    .filter((section) => section.before !== section.after);
}

/** The texts are in the versions; their hashes in the audit trail vouch for them. */
function detailsOf({ id, before, after }: ChangedSection): [string, string | number | null][] {
  return [
    [`${id}.lengthBefore`, before?.length ?? null],
    [`${id}.lengthAfter`, after?.length ?? null],
    [`${id}.sha256Before`, before === null ? null : sha256(before)],
    [`${id}.sha256After`, after === null ? null : sha256(after)],
  ];
}
