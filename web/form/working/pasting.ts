import { onBeforeUnmount, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { isCellKey, type CellKey } from '../../../src/cells.js';
import type { EditedReport } from '../editing/EditedReport.js';
import type { PasteOffer } from '../paste/choices.js';
import { readPaste } from '../paste/pasteOffer.js';
import { texts } from '../paste/texts.js';

export interface Pasting {
  /** What the clipboard may mean; null when there is nothing to choose. */
  readonly offer: ShallowRef<PasteOffer | null>;
  readonly anchor: Ref<CellKey | null>;
}

/** A block goes to the cell somebody is at, whatever the event says its target is. */
export function pasting(
  edited: ShallowRef<EditedReport>,
  editable: ComputedRef<boolean>,
  tell: (errors: readonly string[]) => void,
): Pasting {
  const offer = shallowRef<PasteOffer | null>(null);
  const anchor = ref<CellKey | null>(null);

  function paste(event: ClipboardEvent): void {
    const target = document.activeElement;
    const key = target instanceof HTMLInputElement ? target.dataset['cell'] : undefined;
    if (!editable.value || key === undefined || !isCellKey(key) || !event.clipboardData) return;
    const pasted = readPaste(
      edited.value.form,
      key,
      event.clipboardData.getData('text/html'),
      event.clipboardData.getData('text/plain'),
    );
    if (pasted.kind === 'native') return;
    event.preventDefault();
    offer.value = pasted.kind === 'ask' ? pasted.offer : null;
    anchor.value = key;
    tell(pasted.kind === 'nothing' ? [texts.nothing] : []);
    if (pasted.kind === 'fill') edited.value.setAll(pasted.cells);
  }

  document.addEventListener('paste', paste);
  onBeforeUnmount(() => document.removeEventListener('paste', paste));
  return { offer, anchor };
}
