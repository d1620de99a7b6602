import type { EntityManager } from 'typeorm';
import { Explanation } from '../../../entities/explaining/Explanation.js';
import type { Finding } from '../../checks/check.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { explanationByFinding, type Explained } from './explanations.js';
import { isAlike, textFault, type TextFault } from './explanationText.js';
import { insertRows } from '../insertRows.js';
import { aboutFinding } from './operands.js';
import { storableText } from '../storable.js';
import type { Id } from '../../brands/brands.js';
import { newId } from '../newId.js';

/** A report some of whose findings are explained. */
export interface ReportToExplain extends Explained {
  readonly id: Id<'Report'>;
  readonly agencyId: Id<'Agency'>;
  readonly year: number;
  readonly version: number;
}

/** Who explains, and when. */
export interface Occasion {
  readonly actor: Actor;
  readonly at: Date;
}

/**
 * The explanation a text makes, or why it makes none: only what is 核实性 is settled by words, and not by
 * every word. `known` is everything that was said about the report, oldest first.
 */
export function explanationFrom(
  report: ReportToExplain,
  known: readonly Explanation[],
  {
    occasion: { actor, at },
    finding,
    given,
  }: { readonly occasion: Occasion; readonly finding: Finding; readonly given: string },
): Explanation | TextFault {
  const text = storableText(given).trim();
  if (finding.severity !== 'explain')
    return {
      code: 'EXPLANATION_NOT_ASKED',
      message:
        finding.severity === 'error'
          ? '这是强制性审核的错误，不能用说明代替更正。请更正数字；确有特殊情况的，向主管部门申请豁免。'
          : '这只是提醒，不需要说明。请核对数字。',
    };
  const holding = explanationByFinding(report, known);
  if (holding.get(finding)?.text === text)
    return { code: 'NOTHING_CHANGED', message: '这个问题已经有同样的说明，没有任何改动。' };
  const others = [...holding].filter(([other, { text: said }]) => other !== finding && isAlike(said, text));
  const fault = textFault(text, others.length);
  if (fault) return fault;
  return {
    id: newId(),
    reportId: report.id,
    agencyId: report.agencyId,
    sequence: (known.at(-1)?.sequence ?? 0) + 1,
    ...aboutFinding(report, finding),
    text,
    version: report.version,
    at,
    author: storableText(actor.name),
  };
}

/** Keeps explanations of any number of reports, each with its audit entry. */
export async function storeExplanations(
  manager: EntityManager,
  { actor, at }: Occasion,
  given: readonly { readonly report: ReportToExplain; readonly explanation: Explanation }[],
): Promise<void> {
  await insertRows(
    manager,
    Explanation,
    given.map(({ explanation }) => explanation),
  );
  await appendAudit(
    manager,
    actor,
    at,
    given.map(({ report, explanation: { id, rule, sentence, operands, text } }) => ({
      chain: report.agencyId,
      action: 'FINDING_EXPLAINED',
      reason: null,
      agencyId: report.agencyId,
      reportId: report.id,
      version: report.version,
      changes: [],
      details: { explanation: id, year: report.year, rule, sentence, operands, text },
    })),
  );
}
