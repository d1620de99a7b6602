import type { EntityManager } from 'typeorm';
import type { Explanation } from '../../../entities/explaining/Explanation.js';
import type { Actor } from '../access/actor.js';
import { explanationsInForce, loadExplanations, type Explained } from './explanations.js';
import { loadReport } from '../reports/loadReport.js';
import { visible } from '../access/reach.js';
import { mergeProse, noProse } from '../reports/proseText.js';

/** Whose report a file holds; null while it is unknown. */
interface Place {
  readonly agency: string | null;
  readonly year: number | null;
}

/** What was said about the findings of a report as a file has it, also when the stored one has other numbers now. */
export async function explanationsBeside(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  { agency, year }: Place,
  read: Explained,
): Promise<Explanation[]> {
  const found = agency !== null && year !== null ? await loadReport(manager, agency, year) : null;
  // Whoever sent a file may see it again, also after its agency went elsewhere.
  const report = visible(actor, found);
  if (!report) return [];
  // A workbook without prose says nothing about the prose: it is what it was.
  const { sections } = mergeProse(read.form, report, { ...noProse, sections: read.sections });
  return explanationsInForce({ ...read, sections }, await loadExplanations(manager, report.id));
}
