import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { form2021 } from '../../src/forms/2021.js';
import { draftOf, validValues } from '../support/drafts.js';
import { filingIn } from '../support/filing.js';
import { at, startTestServer, type Json, type TestServer } from '../support/server.js';
import { statementsOf } from '../support/statements.js';

let service: TestServer;
beforeAll(async () => {
  service = await startTestServer();
  const filing = filingIn(service.database);
  await filing.register('N1', '计数局');
  await filing.importDrafts([draftOf(form2021, validValues(form2021), { year: 2024, agency: 'N1' })]);
});
afterAll(() => service.close());

const report = 'report: { agency: "N1", year: 2024 }';
const change = (value: string) =>
  `changes: [{ key: "fees.fees.amount", value: "${value}" }], reason: "核对台账"`;

async function asked(mutation: string): Promise<{ statements: string[]; answer: Json }> {
  let answer: Json = null;
  const statements = await statementsOf(service.database, async () => {
    answer = await service.graphql(`mutation { ${mutation} { userErrors { code } } }`);
  });
  expect(JSON.stringify(answer)).toContain('"userErrors":[]');
  return { statements, answer };
}

describe('a report is locked and loaded once', () => {
  test('a correction takes at most eight statements, taking a proposal at most ten', async () => {
    const corrected = await asked(`cellCorrect(${report}, expectedVersion: 1, ${change('1.5')})`);
    expect(corrected.statements.length, corrected.statements.join('\n')).toBeLessThanOrEqual(8);
    expect(corrected.statements.filter((sql) => sql.includes('JOIN report_version'))).toHaveLength(1);
    const made = await service.graphql(
      `mutation { proposalMake(${report}, expectedVersion: 2, ${change('1.6')}) { proposal { id } } }`,
    );
    const id = JSON.stringify(at(made, 'data', 'proposalMake', 'proposal', 'id'));
    const taken = await asked(`proposalDecide(${report}, expectedVersion: 2, proposal: ${id}, take: true)`);
    expect(taken.statements.length, taken.statements.join('\n')).toBeLessThanOrEqual(10);
    const submitted = await asked(`reportSubmit(${report}, expectedVersion: 3)`);
    expect(submitted.statements.length, submitted.statements.join('\n')).toBeLessThanOrEqual(14);
  });
});
