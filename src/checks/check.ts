import type { AgencyKindName } from '../words/agencyKinds.js';
import type { CellKey, Values } from '../cells.js';
import type { Comparison, Form, Severity } from '../forms/form.js';
import type { Day, FindingKey } from '../brands/brands.js';

/** The numbers of one report as a check sees them. */
export interface Numbers {
  readonly form: Form;
  readonly values: Values;
}

/** The prose of one of the sections 一, 五, 六; one without text is left out. */
export interface ProseSection {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What a report says beside its numbers. */
export interface Prose {
  readonly sections: readonly ProseSection[];
  /** Every heading of 一 to 六 as printed, in the order of the file; null when the prose was typed in. */
  readonly headings: readonly string[] | null;
  /** The day printed under the report, `2021-01-12`; null while it is unknown. */
  readonly datedOn: Day | null;
}

/** What is known of the agency that reports; null while nobody has said. */
export interface AgencyFacts {
  readonly name: string;
  readonly kind: AgencyKindName | null;
  /** Whether it has the power to make 规章. */
  readonly makesRules: boolean | null;
}

export interface AgencyName {
  readonly code: string;
  readonly name: string;
}

/** The report that one agency of a consolidated report has filed. */
export interface ChildNumbers extends Numbers, AgencyName {}

/** What stands behind the consolidated report of an agency that stands for others (汇总户). */
export interface Children {
  readonly filed: readonly ChildNumbers[];
  readonly missing: readonly AgencyName[];
}

/** When a report was due and when it came, as days `2025-01-31`. */
export interface Schedule {
  readonly deadline: Day;
  /** null before it was submitted. */
  readonly submittedOn: Day | null;
  /** Of its first publication; null before. */
  readonly publishedOn: Day | null;
}

/** What a jurisdiction asks of reports beyond the form; null where it asks nothing. */
export interface Requirements {
  /** Characters of 一, without white space. */
  readonly longestOverview: number | null;
  /** From which likeness to last year on, of 0 to 1, prose counts as 雷同. */
  readonly mostLikeness: number | null;
  /** What the prose must say, in these words; left out or empty where nothing is asked. */
  readonly statements?: readonly string[];
}

/** What a check may look at. What is left out is unknown, and a rule that needs it is not evaluated. */
export interface CheckInput extends Numbers {
  /** The report year; null while it is unknown. */
  readonly year: number | null;
  /** Cells that hold something that is no number, which is told beside them: they are not blank. */
  readonly unread?: ReadonlySet<CellKey>;
  /** The report of the year before, when there is one. */
  readonly lastYear?: Numbers & { readonly prose?: Prose };
  readonly prose?: Prose;
  readonly agency?: AgencyFacts;
  readonly schedule?: Schedule;
  /** What the jurisdiction asks in this year. */
  readonly requirements?: Requirements;
  /** Only for an agency that stands for others. */
  readonly children?: Children;
}

/**
 * A rule that the numbers or the prose break. `left`, `right` and `difference` (left − right) are canonical decimal
 * strings in the unit of the cells; null where a side has blanks or the rule compares nothing.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Every operand of this report, the total first; empty when the rule is about the prose alone. */
  readonly cells: readonly CellKey[];
  readonly left: string | null;
  readonly right: string | null;
  readonly difference: string | null;
  readonly message: string;
  /** The sentence that a rule about the prose is about. */
  readonly text?: string;
  /** The id of the section in which that sentence stands. */
  readonly section?: string;
  /**
   * Values of other reports it compares, where the two sides alone do not show them, null for blank; of
   * R-CHILDREN the codes of those missing.
   */
  readonly compared?: readonly (string | null)[];
}

/** The name of a finding that survives re-checks: its rule, its cells and its sentence. */
export function findingKey({ rule, cells, text }: Pick<Finding, 'rule' | 'cells' | 'text'>): FindingKey {
  return [rule, ...cells, ...(text ? [text] : [])].join(' ') as FindingKey;
}

/** What changed in a rule, so that it judges otherwise than before. */
export interface RuleVersion {
  /** 1 for the rule as first written. */
  readonly version: number;
  /** The day from which it is used, `2026-11-21`. */
  readonly since: string;
  /** What changed, in words. */
  readonly words: string;
}

export interface RuleText {
  readonly id: string;
  readonly severity: Severity;
  readonly basis: string;
  readonly formula: string;
  /** Oldest first, never empty. Whoever changes what a rule finds adds one. */
  readonly versions: readonly RuleVersion[];
  /** Explanations that often apply, to be completed by whoever explains a finding. */
  readonly readyExplanations?: readonly string[];
}

/** A rule with its law and the function that judges it. Checks never throw on data. */
export interface Check extends RuleText {
  /** How `left` of its findings should stand to `right`; left out where the form says it, or nothing does. */
  readonly relation?: Comparison['relation'];
  /** What beside the report it looks at: when that changes, what it finds changes. */
  readonly reads?: 'children' | 'schedule';
  appliesTo(form: Form): boolean;
  judge(input: CheckInput): Finding[];
}
