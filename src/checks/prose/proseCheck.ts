import { beginning } from '../../text/beginning.js';
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

/** What is quoted of a sentence without an end. */
const longestText = 500;

/** A rule that looks at the prose, made of its text and what it looks for. */
export function proseCheck(
  rule: RuleText,
  look: (input: ProseInput) => readonly (ProseFinding | Finding)[],
  appliesTo: (form: Form) => boolean = () => true,
): Check {
  return {
    ...rule,
    appliesTo,
    judge: (input) =>
      input.prose
        ? look({ ...input, prose: input.prose }).map((found) =>
            'rule' in found ? found : findingOf(rule, found),
          )
        : [],
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
    ...(text !== undefined && { text: beginning(text, longestText) }),
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

/** A people's government answers for more than a department does. Not known of an agency of unknown kind. */
export function isGovernment({ kind, name }: AgencyFacts): boolean {
  return kind === 'GOVERNMENT' || (kind === 'TOWNSHIP' && name.trim().endsWith('政府'));
}
