import type { Agency } from '../../../entities/agencies/Agency.js';
import type { AgencyFacts, Children, Finding, Numbers, Requirements, Schedule } from '../../checks/check.js';
import { checkReport } from '../../checks/index.js';
import { proseOf, type ProseText } from '../reports/proseText.js';

/** A report with everything its rules may look at. */
export interface JudgedReport extends Numbers, ProseText {
  /** null while it is unknown. */
  readonly year: number | null;
  /** Left out while it is unknown whose report it is. */
  readonly agency?: AgencyFacts;
  /** Left out before it is stored. */
  readonly schedule?: Schedule;
  /** What its jurisdiction asks; null where it asks nothing, left out while it is unknown. */
  readonly requirements?: Requirements | null;
  /** What it consolidates. */
  readonly children?: Children;
}

/** Judges a report with everything that is known of it, and of the year before. */
export function judge(report: JudgedReport, lastYear?: Numbers & ProseText): Finding[] {
  const { form, values, year, agency, schedule, requirements, children } = report;
  return checkReport({
    form,
    values,
    year,
    agency,
    schedule,
    requirements: requirements ?? undefined,
    children,
    prose: proseOf(report),
    lastYear: lastYear && { form: lastYear.form, values: lastYear.values, prose: proseOf(lastYear) },
  });
}

/** What the rules may know of an agency. */
export function factsOf({ name, kind, makesRules }: Agency): AgencyFacts {
  return { name, kind: kind && `${kind}`, makesRules };
}
