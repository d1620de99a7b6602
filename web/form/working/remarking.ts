import { computed, ref, type ComputedRef, type Ref } from 'vue';
import type { CellKey } from '../../../src/cells.js';
import { nameInForm } from '../cellNames.js';
import type { LoadedReport } from '../editing/savedReport.js';

export interface Remarking {
  /** 批注 that go with the report when it is returned. */
  readonly remarks: Ref<{ cell: CellKey; text: string; name: string }[]>;
  /** Those that came with it when it was returned before. */
  readonly cellRemarks: ComputedRef<readonly { readonly cell: CellKey; readonly text: string }[]>;
  readonly mayReturn: ComputedRef<boolean>;
  add(cell: CellKey, text: string): void;
}

/** What a reviewer says of single cells. */
export function remarking(props: { readonly report: LoadedReport }): Remarking {
  const remarks = ref<{ cell: CellKey; text: string; name: string }[]>([]);
  return {
    remarks,
    cellRemarks: computed(() =>
      props.report.remarks.flatMap(({ cell, text }) => (cell == null ? [] : [{ cell, text }])),
    ),
    mayReturn: computed(() =>
      props.report.nextSteps.some(({ operation, allowed }) => operation === 'reportReturn' && allowed),
    ),
    add(cell, text) {
      remarks.value.push({ cell, text, name: nameInForm(props.report.form.id, cell) });
    },
  };
}
