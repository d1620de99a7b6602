import { statutoryDays } from '../../season/deadline.js';

/**
 * SQL: the day set for an agency, of its own or of the nearest jurisdiction above it; null where the law's
 * day holds. Expects `agency`.
 */
export const setDay = `coalesce(agency.deadline, (SELECT deadline.day FROM deadline
  JOIN agency AS jurisdiction ON jurisdiction.id = deadline.agency_id
  WHERE deadline.agency_id = ANY(string_to_array(trim(BOTH '/' FROM agency.path), '/')::uuid[])
    AND deadline.kind = coalesce(agency.kind, 'DEPARTMENT')
  ORDER BY jurisdiction.depth DESC LIMIT 1))`;

const statutoryDay = `CASE coalesce(agency.kind, 'DEPARTMENT') ${Object.entries(statutoryDays)
  .map(([kind, day]) => `WHEN '${kind}' THEN '${day}'`)
  .join(' ')} END`;

/** SQL: the last day for the report of a year, as `2025-01-31`. */
export function deadlineDay(year: string): string {
  return `((${year} + 1) || '-' || coalesce(${setDay}, ${statutoryDay}))`;
}

/** SQL: the date it is in China at a time. */
export function chinaDate(time: string): string {
  return `(${time} AT TIME ZONE 'Asia/Shanghai')::date`;
}

/** SQL: the day it is in China at a time, as text. */
export function chinaDay(time: string): string {
  return `to_char(${time} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`;
}
