import { dayOfLine } from '../../src/prose/dates.js';
import type { Form } from '../../src/forms/form.js';
import type { DraftSection } from './draft.js';

/** Who reports, often in two lines, and the day. */
const mostLines = 3;

/**
 * The prose without the signature that stands at the end of its last section, the name of the agency and the
 * day: a printed report has it once, and with it or without it the prose is the same.
 */
export function withoutSignature(
  sections: readonly DraftSection[],
  { form, agency }: { readonly form: Form; readonly agency: string },
): DraftSection[] {
  const last = form.sections.at(-1)?.id;
  return sections.flatMap((section) => {
    if (section.id !== last) return [section];
    const lines = section.text.split('\n');
    let end = lines.length;
    while (end > 0 && lines.length - end < mostLines && isSignature(lines[end - 1] ?? '', agency)) end -= 1;
    const text = lines.slice(0, end).join('\n');
    return text === '' ? [] : [{ ...section, text }];
  });
}

function isSignature(line: string, agency: string): boolean {
  return dayOfLine(line) !== null || line.replace(/\s/g, '') === agency.replace(/\s/g, '');
}
