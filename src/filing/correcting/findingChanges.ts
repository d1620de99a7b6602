import { findingKey } from '../../checks/index.js';
import type { Finding } from '../../checks/check.js';

/** What a change did or would do to the findings of its report. */
export interface FindingChanges {
  readonly resolved: readonly Finding[];
  readonly introduced: readonly Finding[];
}

/** What is found before and not after, and the other way round; a finding with other numbers stays the same one. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): FindingChanges {
  const keysBefore = new Set(before.map(findingKey));
  const keysAfter = new Set(after.map(findingKey));
  return {
    resolved: before.filter((finding) => !keysAfter.has(findingKey(finding))),
    introduced: after.filter((finding) => !keysBefore.has(findingKey(finding))),
  };
}
