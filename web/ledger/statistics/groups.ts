import { tablesOf } from '../../../src/cells.js';
import type { Form } from '../../../src/forms/form.js';
import type { StatisticPartsFragment } from '../../graphql/graphql.js';
import { texts } from './texts.js';

/** Some cases together, as the service tells them; null: withheld, or nothing to tell. */
export type Group = StatisticPartsFragment;

/** Groups by applicant type under the names of the columns of 三. */
export function namedApplicants(form: Form | null | undefined, groups: readonly Group[]): readonly Group[] {
  const columns = form ? (tablesOf(form).find(({ id }) => id === 'requests')?.columns ?? []) : [];
  const order = new Map(columns.map(({ id, label }, index) => [id, { label, index }]));
  return groups
    .map((group) => ({ ...group, label: order.get(group.key)?.label ?? texts.unsaid }))
    .sort((one, other) => (order.get(one.key)?.index ?? 99) - (order.get(other.key)?.index ?? 99));
}

/** 12.5%: of the cases, how many were extended. */
export function shareExtended({ cases, extended }: Group): string {
  return cases == null || extended == null || cases === 0
    ? texts.withheldMark
    : `${((extended / cases) * 100).toFixed(1)}%`;
}
