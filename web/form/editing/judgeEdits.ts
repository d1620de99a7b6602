import type { CellKey } from '../../../src/cells.js';
import type { AgencyFacts, Finding, Numbers, Prose, Requirements } from '../../../src/checks/check.js';
import { writtenProse } from '../../../src/checks/prose/writtenProse.js';
import { checkReport, findingKey } from '../../../src/checks/index.js';

/** What the browser knows of a report; the rest, only the server knows. */
export interface KnownFacts {
  readonly year: number;
  readonly agency: AgencyFacts;
  readonly lastYear?: Numbers & { readonly prose?: Prose };
  /** What its jurisdiction asks of it; left out where it asks nothing. */
  readonly requirements?: Requirements;
}

export interface EditedNumbers extends Numbers {
  readonly prose: Prose;
  /** Cells whose text is no number of theirs. */
  readonly unread?: ReadonlySet<CellKey>;
}

/** A finding as the page shows it, with what the server has recorded of it. */
export interface ShownFinding extends Finding {
  /** null while the server has not seen it: the cells are not saved. */
  readonly id: string | null;
  readonly settled: boolean;
  readonly explanation: { readonly text: string; readonly author: string; readonly at: string } | null;
  /** 豁免: in force, or asked for and not decided; null when there is neither. */
  readonly waiver: { readonly granted: boolean; readonly until: string | null } | null;
}

/** What keeps a report from being submitted: neither explained nor let through. */
export function blocks({ severity, settled, waiver }: ShownFinding): boolean {
  return !waiver?.granted && (severity === 'error' || (severity === 'explain' && !settled));
}

export function judgeHere(facts: KnownFacts, { form, values, prose, unread }: EditedNumbers): Finding[] {
  return checkReport({ ...facts, form, values, unread, prose: writtenProse(prose) });
}

/**
 * What is wrong with a report as it stands in the fields. The rules judge here what is typed; of what is saved,
 * the server has the last word, for it also knows children, deadlines and how the file was printed. So with
 * nothing changed exactly the findings of the server are shown.
 */
export function findingsNow(
  server: readonly ShownFinding[],
  savedHere: readonly Finding[],
  nowHere: readonly Finding[],
): ShownFinding[] {
  const known = new Map(server.map((finding) => [findingKey(finding), finding]));
  const saved = new Set(savedHere.map(findingKey));
  const now = new Set(nowHere.map(findingKey));
  const shown = nowHere.flatMap((finding): ShownFinding[] => {
    const key = findingKey(finding);
    const same = known.get(key);
    if (same) {
      const unchanged = same.message === finding.message;
      return [
        {
          ...finding,
          id: same.id,
          settled: same.settled && unchanged,
          explanation: unchanged ? same.explanation : null,
          waiver: unchanged ? same.waiver : null,
        },
      ];
    }
    return saved.has(key) ? [] : [{ ...finding, id: null, settled: false, explanation: null, waiver: null }];
  });
  const serverOnly = server.filter((finding) => {
    const key = findingKey(finding);
    return !saved.has(key) && !now.has(key);
  });
  return [...shown, ...serverOnly];
}
