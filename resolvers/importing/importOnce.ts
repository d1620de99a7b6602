import { sha256 } from '../../src/filing/sha256.js';
import type { EntityManager } from 'typeorm';
import type { DraftSection } from '../../importers/draft/draft.js';
import type { Finding } from '../../src/checks/check.js';
import { answerOnce } from '../../src/filing/importing/runs/answerOnce.js';
import { importCells } from '../../src/filing/importing/importCells.js';
import { Refusal } from '../../src/filing/refusal.js';
import { formById, formForYear } from '../../src/forms/index.js';
import type { Problem } from '../../src/problems/problem.js';
import type { ReportImportInput } from './inputs.js';
import type { Actor } from '../../src/filing/access/actor.js';

/** What is kept of the answer to a report given cell by cell, so that it can be given again. */
interface ImportedCells {
  readonly agency: string;
  readonly year: number;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

export function importOnce(
  manager: EntityManager,
  actor: Actor,
  input: ReportImportInput,
): Promise<ImportedCells> {
  const { idempotencyKey, ...asked } = input;
  if (idempotencyKey == null) return importInput(manager, actor, input);
  if (idempotencyKey.trim() === '' || idempotencyKey.length > 200)
    throw new Refusal('INVALID_REQUEST', 'idempotencyKey 应为 1 至 200 个字符。', ['idempotencyKey']);
  const requestHash = sha256(JSON.stringify(['reportImport', asked]));
  return answerOnce(manager, actor.name, { key: idempotencyKey, requestHash }, () =>
    importInput(manager, actor, input),
  );
}

async function importInput(
  manager: EntityManager,
  actor: Actor,
  input: ReportImportInput,
): Promise<ImportedCells> {
  const { report, outcome } = await importCells(manager, actor, {
    agency: input.agency,
    year: input.year,
    form: input.form ?? null,
    cells: input.cells.map(({ key, value }) => ({ key, value: value ?? null })),
    sections: titledSections(input),
    blanksAreZero: input.blanksAreZero ?? false,
    overwriteCorrections: input.overwriteCorrections ?? false,
  });
  return {
    agency: report.agency.code,
    year: report.year,
    findings: outcome.findings,
    problems: outcome.problems,
  };
}

/** The texts with the titles of the form. An unknown form is refused by the import itself. */
function titledSections({ form: id, year, sections }: ReportImportInput): DraftSection[] {
  const form = id == null ? formForYear(year) : formById(id);
  if (!form || !sections) return [];
  return sections.map(({ key, id: formerly, text }, index) => {
    const name = key ?? formerly;
    const section = form.sections.find((known) => known.id === name && known.tables.length === 0);
    if (!section)
      throw new Refusal('INVALID_REQUEST', `统一格式 ${form.id} 没有名为“${name ?? ''}”的文字部分。`, [
        'sections',
        String(index),
        key == null && formerly != null ? 'id' : 'key',
      ]);
    return { id: section.id, title: `${section.numeral}、${section.title}`, text };
  });
}
