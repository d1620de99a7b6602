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

export const formDesk: InjectionKey<FormDesk> = Symbol('formDesk');

export function useDesk(): FormDesk {
  const desk = inject(formDesk);
  if (!desk) throw new Error('this part of the form stands outside of the form page');
  return desk;
}
