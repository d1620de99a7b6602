import { inject, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue';
import type { CellKey } from '../../src/cells.js';
import type { EditedReport } from './editing/EditedReport.js';

/** What the parts of the form page share. */
export interface FormDesk {
  readonly edited: ShallowRef<EditedReport>;
  readonly editable: ComputedRef<boolean>;
  /** The cell somebody is at. */
  readonly active: Ref<CellKey | null>;
  /** Cells of the finding that is looked at. */
  readonly shown: Ref<ReadonlySet<CellKey>>;
  goTo(key: CellKey): void;
}

/** Goes to the field of a cell, wherever it stands on the page. */
export function goTo(key: CellKey): void {
  const input = document.querySelector<HTMLInputElement>(`input[data-cell="${CSS.escape(key)}"]`);
  input?.focus();
  input?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

export const formDesk: InjectionKey<FormDesk> = Symbol('formDesk');

export function useDesk(): FormDesk {
  const desk = inject(formDesk);
  if (!desk) throw new Error('this part of the form stands outside of the form page');
  return desk;
}
