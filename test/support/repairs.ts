import { readFile as readBytes } from 'node:fs/promises';
import { readFile } from '../../importers/worker/readFile.js';
import {
  cellsOf,
  findCell,
  withChanges,
  type CellKey,
  type FormCell,
  type Values,
  entriesOf,
} from '../../src/cells.js';
import { draftValues } from '../../src/filing/judging/checkDocument.js';
import type { Form } from '../../src/forms/form.js';
import { formById } from '../../src/forms/index.js';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import type { Repair } from '../../src/repair/repair.js';
import { validValues } from './drafts.js';

export interface SoundReport {
  readonly name: string;
  readonly form: Form;
  readonly values: Values;
}

/** Reports in which every sum holds: with no zero in it, and as published, with many. */
export async function soundReports(): Promise<SoundReport[]> {
  const made = ['2019', '2021'].map((id) => formById(id)!);
  return [
    ...made.map((form) => ({ name: `made up, form ${form.id}`, form, values: validValues(form) })),
    await published('xinyang2021'),
    // The one blank of this city report, put right.
    await published('xuchang2020', { 'requests.petitionOrComplaint.total': 3n }),
  ];
}

async function published(
  name: string,
  changes: Readonly<Record<CellKey, bigint>> = {},
): Promise<SoundReport> {
  const bytes = await readBytes(new URL(`../fixtures/seeds/${name}.txt`, import.meta.url));
  const [report] = (await readFile(bytes, `${name}.txt`, { blanksAreZero: false })).reports;
  const form = formById(report!.form)!;
  return { name, form, values: withChanges(form, draftValues(form, report!.cells), entriesOf(changes)) };
}

export function cellsIn(form: Form, table: string): FormCell[] {
  return cellsOf(form).filter((cell) => cell.table.id === table);
}

export function valueOf(form: Form, values: Values, key: CellKey): bigint | null {
  return values[findCell(form, key)?.position ?? -1] ?? null;
}

/** `requests.received.total=12`, with what else it changes. */
export function inShort({ changes }: Repair): string {
  return changes.map(({ cell, to }) => `${cell}=${to}`).join(' ');
}

export function repairsInShort(form: Form, values: Values): string[] {
  return proposeRepairs({ form, values }).map(inShort);
}

/** The values once a repair is made. */
export function repaired(form: Form, values: Values, { changes }: Repair): Values {
  return withChanges(
    form,
    values,
    changes.map(({ cell, to }) => [cell, BigInt(to)] as const),
  );
}
