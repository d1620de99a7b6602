import { readdirSync, readFileSync } from 'node:fs';
import { diff, CriticalityLevel } from '@graphql-inspector/core';
import { buildSchema as schemaOf } from 'graphql';
import { describe, expect, test } from 'vitest';

const folder = new URL('../fixtures/schema/', import.meta.url);

/** Changes that break what was written for a release, and why each was made. Nothing else may. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // A name within a form is no identity: caches that go by `id` showed one report's numbers as another's.
  'the name of a form is a key': [
    ...['FormRow', 'FormSection', 'FormTable', 'Line', 'Row', 'Section', 'Table'].map(
      (type) => `Field 'id' was removed from object type '${type}'`,
    ),
    ...['Report', 'ReportVersion'].flatMap((type) => [
      `Argument 'id: ID!' was removed from field '${type}.table'`,
      `Argument 'key: String!' added to field '${type}.table'`,
    ]),
  ],
  // One field that fails no longer takes the whole answer with it.
  'a field that can fail on its arguments is nullable': [
    ...Object.entries({
      agencies: 'AgencyConnection',
      auditTrail: 'AuditEntryConnection',
      auditVerify: 'AuditVerification',
      findings: 'FindingConnection',
      overview: 'Overview',
      progress: 'Progress',
      reminders: 'ReminderConnection',
      reports: 'ReportConnection',
      rollUp: 'RollUp',
      tokens: 'TokenConnection',
    }).map(([field, type]) => `Field 'Query.${field}' changed type from '${type}!' to '${type}'`),
  ],
  // On the wire they stay the same strings.
  'a closed list is an enum, a cell has a key, a day is a Date': [
    `Field 'AuditEntry.action' changed type from 'String!' to 'AuditAction!'`,
    `Field 'Remark.cell' changed type from 'String' to 'CellKey'`,
    `Field 'Waiver.cells' changed type from '[String!]!' to '[CellKey!]!'`,
    `Field 'Agency.validFrom' changed type from 'String' to 'Date'`,
    `Field 'Agency.validTo' changed type from 'String' to 'Date'`,
    `Field 'FormerName.until' changed type from 'String!' to 'Date!'`,
    `Field 'Reminder.deadline' changed type from 'String!' to 'Date!'`,
    `Field 'RuleVersion.since' changed type from 'String!' to 'Date!'`,
    `Type for argument 'validTo' on field 'Mutation.agencyMerge' changed from 'String!' to 'Date!'`,
    ...['AgencyInput', 'AgencyChangeInput'].flatMap((input) =>
      ['validFrom', 'validTo'].map(
        (field) => `Input field '${input}.${field}' changed type from 'String' to 'Date'`,
      ),
    ),
  ],
};

const excepted = Object.values(exceptions).flat();

/** What was left out because it had a default has to be given: graphql-inspector calls that dangerous only. */
const withoutDefault = "to 'undefined'";

async function breaksOf(release: string): Promise<string[]> {
  const before = schemaOf(readFileSync(new URL(release, folder), 'utf8'));
  const changes = await diff(before, schemaOf(readFileSync('schema.graphql', 'utf8')));
  return changes
    .filter(
      ({ criticality, message }) =>
        criticality.level === CriticalityLevel.Breaking || message.endsWith(withoutDefault),
    )
    .map(({ message }) => message);
}

describe('a client written for an earlier release goes on working', () => {
  test.each(readdirSync(folder))('%s', async (release) => {
    expect((await breaksOf(release)).filter((message) => !excepted.includes(message))).toEqual([]);
  });

  test('no exception is listed that is none', async () => {
    const made = (await Promise.all(readdirSync(folder).map(breaksOf))).flat();
    expect(excepted.filter((message) => !made.includes(message))).toEqual([]);
  });
});

test('what is deprecated says since when, what takes its place, and from when on it is gone', () => {
  const reasons = [...readFileSync('schema.graphql', 'utf8').matchAll(/@deprecated\(reason: "([^"]*)"\)/g)];
  expect(reasons.length).toBeGreaterThan(0);
  for (const [, reason] of reasons)
    expect(reason).toMatch(/^自 \d+\.\d+\.\d+ 起改用 .+；\d+\.\d+\.\d+ 起不再/);
});
