import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurn } from '../../src/filing/inTurn.js';
import { form2021 } from '../../src/forms/2021.js';
import { draftOf, validValues, withCells } from '../support/drafts.js';
import { filingIn } from '../support/filing.js';
import { at, startTestServer } from '../support/server.js';

test('D9: between two pieces of long work every other request gets its turn', async () => {
  let turns = 0;
  let isDone = false;
  const others = (async () => {
    while (!isDone) {
      await turn();
      turns += 1;
    }
  })();
  const seen = await Promise.all(Array.from({ length: 20 }, () => inTurn(() => turns)));
  isDone = true;
  await others;
  expect(new Set(seen).size).toBe(20);
});

test('work that fails fails alone', async () => {
  const failing = inTurn(() => {
    throw new Error('in vain');
  });
  const next = inTurn(() => 'done');
  await expect(failing).rejects.toThrow('in vain');
  expect(await next).toBe('done');
});

test('D9: while a page of repairs is worked out, other requests are answered', async () => {
  const service = await startTestServer();
  try {
    const filing = filingIn(service.database);
    const codes = Array.from({ length: 40 }, (_, index) => `F${index}`);
    for (const code of codes) await filing.register(code);
    const wrong = withCells(form2021, validValues(form2021), {
      'requests.received.naturalPerson': '7',
      'requests.disclosed.business': '3',
      'requests.stateSecret.researchInstitution': '9999',
      'requests.carriedForward.otherOrganization': '1234',
    });
    await filing.importDrafts(codes.map((agency) => draftOf(form2021, wrong, { year: 2024, agency })));
    let answered = 0;
    let isDone = false;
    const page = service
      .graphql('{ reports(first: 40) { nodes { repairs { message } } } }')
      .finally(() => (isDone = true));
    while (!isDone) {
      await service.graphql('{ __typename }');
      if (!isDone) answered += 1;
    }
    expect(at(await page, 'data', 'reports', 'nodes', 39, 'repairs', 0, 'message')).toBeTypeOf('string');
    // Before, all of the page was one piece: whoever asked meanwhile waited for the end of it.
    expect(answered).toBeGreaterThanOrEqual(codes.length / 4);
  } finally {
    await service.close();
  }
});
