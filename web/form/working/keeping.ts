import { entriesOf } from '../../../src/cells.js';
import { onBeforeUnmount, ref, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import type { EditedReport } from '../editing/EditedReport.js';
import { forgetEdits, keepEdits, keptEdits, type KeptEdits } from '../editing/keptEdits.js';

/** What is typed is written down when typing has paused this long, in milliseconds. */
const keepPause = 200;

export interface Keeping {
  /** What was typed before and not saved; null when there is nothing, or it was taken up again. */
  readonly kept: Ref<KeptEdits | null>;
  restore(): void;
  forget(): void;
}

/** Nothing typed is lost: it stays on this machine until it is saved or thrown away. */
export function keeping(
  code: string,
  year: number,
  edited: ShallowRef<EditedReport>,
  editable: ComputedRef<boolean>,
): Keeping {
  const kept = ref(editable.value ? keptEdits(code, year) : null);
  const keep = () => {
    if (editable.value) keepEdits(code, year, edited.value, kept.value);
  };
  let soon = 0;
  const keepNow = () => {
    window.clearTimeout(soon);
    keep();
  };
  // Writing to the disk is no part of a keystroke; a page that goes away writes at once.
  watch([() => edited.value.cellEdits.value, () => edited.value.sectionEdits.value], () => {
    window.clearTimeout(soon);
    soon = window.setTimeout(keep, keepPause);
  });
  onBeforeRouteLeave(keepNow);
  window.addEventListener('pagehide', keepNow);
  document.addEventListener('visibilitychange', keepNow);
  onBeforeUnmount(() => {
    keepNow();
    window.removeEventListener('pagehide', keepNow);
    document.removeEventListener('visibilitychange', keepNow);
  });

  return {
    kept,
    restore() {
      if (kept.value === null) return;
      const { cells, sections } = kept.value;
      kept.value = null;
      // What was typed since is newer than what was kept.
      const typed = new Set(edited.value.changedCells().map(({ key }) => key));
      const written = new Set(edited.value.changedSections().map(({ id }) => id));
      edited.value.setAll(entriesOf(cells).filter(([key]) => !typed.has(key)));
      for (const [id, text] of Object.entries(sections)) if (!written.has(id)) edited.value.write(id, text);
    },
    forget() {
      kept.value = null;
      forgetEdits(code, year);
    },
  };
}
