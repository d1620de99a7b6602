import type { AgencyFacts, Check, CheckInput, Finding, Prose, ProseSection, RuleText } from '../check.js';
import type { Form } from '../../forms/form.js';

/** What a rule about the prose is given: it is not evaluated while the prose is unknown. */
export interface ProseInput extends CheckInput {
  readonly prose: Prose;
}

/** Where and what a rule about the prose found. */
export interface ProseFinding {
  readonly message: string;
  readonly text?: string | undefined;
  readonly section?: string | undefined;
}

/** A rule about the prose alone, made of its text and what it looks for. */
export function proseCheck(
  rule: RuleText,
  look: (input: ProseInput) => readonly ProseFinding[],
  appliesTo: (form: Form) => boolean = () => true,
): Check {
  return {
    ...rule,
    appliesTo,
    judge: (input) =>
      input.prose ? look({ ...input, prose: input.prose }).map((found) => findingOf(rule, found)) : [],
  };
}

export function findingOf(rule: RuleText, { message, text, section }: ProseFinding): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    cells: [],
    left: null,
    right: null,
    difference: null,
    message,
    ...(text !== undefined && { text }),
    ...(section !== undefined && { section }),
  };
}

export function sectionOf({ sections }: Prose, id: string): ProseSection | undefined {
  return sections.find((section) => section.id === id);
}

/** 「五、存在的主要问题及改进情况」 */
export function sectionName(form: Form, id: string): string {
  const section = form.sections.find((each) => each.id === id);
  return section ? `「${section.numeral}、${section.title}」` : '';
}

/** A people's government answers for more than a department does. */
export function isGovernment({ kind, name }: AgencyFacts): boolean {
  return kind === null ? /人民政府$/.test(name) : kind === 'GOVERNMENT' || kind === 'TOWNSHIP';
}
