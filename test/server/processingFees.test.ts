import { IsNull } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Agency } from '../../entities/agencies/Agency.js';
import { sumFees } from '../../src/filing/rollUp/sumFees.js';
import { form2021 } from '../../src/forms/2021.js';
import { draftOf, validValues } from '../support/drafts.js';
import { filingIn } from '../support/filing.js';
import { registerTree } from '../support/registerTree.js';
import { at, startTestServer, type TestServer } from '../support/server.js';

let service: TestServer;
const year = 2024;

beforeAll(async () => {
  service = await startTestServer();
  await registerTree(service.database, {
    P: { consolidates: true },
    ...Object.fromEntries(['A', 'B', 'C', 'D'].map((code) => [code, { parent: 'P' }])),
  });
  const said = {
    A: '本年度收取信息处理费2件，共计120元。',
    B: '本年度未收取信息处理费。',
    C: '本年度收取信息处理费3件。',
    D: '无。',
  };
  await filingIn(service.database).importDrafts(
    Object.entries(said).map(([agency, text], index) =>
      draftOf(form2021, validValues(form2021, index), {
        ...{ year, agency },
        sections: [{ id: 'otherMatters', title: '六、其他需要报告的事项', text }],
      }),
    ),
  );
});
afterAll(() => service.close());

test('what reports say of the fee for processing information are fields, added up like cells', async () => {
  const answer = await service.graphql(`{
    ${['A', 'B', 'C', 'D'].map((code) => `${code}: report(agency: "${code}", year: ${year}) { processingFee { cases amount text } versions { processingFee { cases } } }`).join('\n')}
    rollUp(agency: "P", year: ${year}) { processingFee { stated unclear cases amount } }
  }`);
  expect(at(answer, 'data')).toEqual({
    A: {
      processingFee: { cases: '2', amount: '0.012', text: '本年度收取信息处理费2件，共计120元。' },
      versions: [{ processingFee: { cases: '2' } }],
    },
    B: {
      processingFee: { cases: '0', amount: '0', text: '本年度未收取信息处理费。' },
      versions: [{ processingFee: { cases: '0' } }],
    },
    C: {
      processingFee: { cases: '3', amount: null, text: '本年度收取信息处理费3件。' },
      versions: [{ processingFee: { cases: '3' } }],
    },
    D: { processingFee: null, versions: [{ processingFee: null }] },
    rollUp: { processingFee: { stated: 3, unclear: 1, cases: '5', amount: '0.012' } },
  });
});

test('however few reports are read at once, the sums are the same', async () => {
  const { manager } = service.database;
  const agency = await manager.findOneByOrFail(Agency, { parentId: IsNull() });
  for (const first of [1, 2, 3, 4])
    expect(await sumFees(manager, { agency, year, depth: 1 }, first)).toEqual({
      ...{ stated: 3, unclear: 1 },
      ...{ cases: 5n, amount: 12_000n },
    });
});
