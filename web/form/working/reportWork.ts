import { computed, nextTick, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { ExplainDocument, type TakenFragment } from '../../graphql/graphql.js';
import { requestWaiver } from '../../review/decisions/decide.js';
import { takeStep, type StepWanted } from '../../review/takeStep.js';
import { texts as reviewTexts } from '../../review/texts.js';
import { run } from '../../shared/ask.js';
import { messageOf } from '../../shared/loaded.js';
import type { EditedReport } from '../editing/EditedReport.js';
import { forgetEdits } from '../editing/keptEdits.js';
import { saveEdits } from '../editing/saveEdits.js';
import type { LoadedReport } from '../editing/savedReport.js';
import { texts } from '../texts.js';

export interface ReportWork {
  readonly busy: Ref<boolean>;
  readonly errors: Ref<readonly string[]>;
  /** What was just done, in words. */
  readonly done: Ref<string | null>;
  readonly dirty: ComputedRef<boolean>;
  readonly reason: Ref<string>;
  /** Somebody else saved meanwhile. */
  readonly conflict: Ref<boolean>;
  readonly receipt: ShallowRef<TakenFragment['receipt']>;
  save(): Promise<void>;
  explain(finding: string, text: string): Promise<void>;
  waive(finding: string, reason: string): Promise<void>;
  /** Answers whether it was taken. */
  step(wanted: StepWanted): Promise<boolean>;
}

interface Worked {
  readonly report: LoadedReport;
  readonly reload: () => Promise<void>;
}

/** What is sent to the server for the report somebody works at, one thing at a time. */
export function reportWork(props: Worked, edited: ShallowRef<EditedReport>): ReportWork {
  const busy = ref(false);
  const errors = ref<readonly string[]>([]);
  const done = ref<string | null>(null);
  const reason = ref(firstReason(props.report));
  const conflict = ref(false);
  const receipt = shallowRef<TakenFragment['receipt']>(null);
  const dirty = computed(
    () => edited.value.cellEdits.value.length + edited.value.sectionEdits.value.length > 0,
  );
  const isChanged = () => edited.value.changedCells().length + edited.value.changedSections().length > 0;
  const of = () => {
    const { agency, year, version } = props.report;
    return { agency: agency.code, year, version };
  };

  /** The work answers what was refused; with nothing refused it is done. */
  async function attempt(work: () => Promise<readonly string[]>): Promise<boolean> {
    busy.value = true;
    errors.value = [];
    done.value = null;
    try {
      errors.value = await work();
    } catch (error) {
      errors.value = [messageOf(error)];
    } finally {
      busy.value = false;
    }
    return errors.value.length === 0;
  }

  return {
    ...{ busy, errors, done, dirty, reason, conflict, receipt },
    async save() {
      await attempt(async () => {
        if (reason.value.trim() === '') {
          document.getElementById('reason')?.focus();
          return [texts.reasonNeeded];
        }
        const { agency, year } = of();
        const saved = await saveEdits(agency, year, edited.value, reason.value);
        if (saved.stored || saved.conflict) await props.reload();
        await nextTick();
        // Where everything is as it was typed, it was this page that saved it, and the answer was lost on the way.
        conflict.value = saved.conflict && isChanged();
        if (conflict.value || (saved.errors.length > 0 && !saved.conflict))
          return conflict.value ? [] : saved.errors;
        forgetEdits(agency, year);
        done.value = texts.savedNow;
        return [];
      });
    },
    async explain(finding, text) {
      await attempt(async () => {
        const { agency, year, version } = of();
        const { findingExplain } = await run(ExplainDocument, {
          input: { report: { agency, year }, finding, text, expectedVersion: version },
        });
        if (findingExplain.userErrors.length === 0) await props.reload();
        return findingExplain.userErrors.map(({ message }) => message);
      });
    },
    async waive(finding, words) {
      await attempt(async () => {
        const refused = await requestWaiver(props.report, finding, words);
        if (refused.length === 0) await props.reload();
        return refused;
      });
    },
    step: (wanted) =>
      attempt(async () => {
        const submits = wanted.operation === 'reportSubmit';
        if (submits && isChanged()) return [reviewTexts.unsaved];
        const taken = await takeStep(of(), wanted);
        if (taken.userErrors.length > 0) return taken.userErrors.map(({ message }) => message);
        receipt.value = submits ? (taken.receipt ?? null) : null;
        await props.reload();
        return [];
      }),
  };
}

/** A report that is filled in for the first time needs no other reason. */
function firstReason({ versions, steps }: LoadedReport): string {
  return steps.length === 0 && versions.every(({ origin }) => origin === 'API' || origin === 'CORRECTION')
    ? texts.firstReason
    : '';
}
