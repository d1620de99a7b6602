import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  graphql,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLOutputType,
} from 'graphql';
import { scopedField } from '../../resolvers/edge/guardedField.js';
import type { Actor } from '../../src/filing/access/actor.js';
import { authenticate } from '../../src/filing/access/authenticate.js';
import { resolveAgencies } from '../../src/filing/agencies/resolveAgency.js';
import { Role } from '../../entities/access/Role.js';
import { form2021 } from '../../src/forms/2021.js';
import { shownValues, validValues } from '../support/drafts.js';
import { at, json, type Json } from '../support/server.js';
import { createToken } from '../../src/filing/tokens/tokens.js';
import { actorNamed } from '../support/actors.js';
import { buildWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.service.close());

async function query(token: string, text: string): Promise<Json> {
  const answer = await world.service.fetch('/graphql', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: text }),
  });
  return json(answer);
}

async function actorWith(token: string): Promise<Actor> {
  const actor = await authenticate(world.service.database.manager, token, { address: null, requestId: null });
  if (!actor) throw new Error('the token opens nothing');
  return actor;
}

describe('a way from one agency to another ends at the scope', () => {
  test('upwards, and everything below is open', async () => {
    const fields = 'code parent { code } ancestors { code }';
    const answer = await query(
      world.scoped.FILER,
      `{ own: agency(code: "370100") { ${fields} children { nodes { code parent { code } } } }
         below: agency(code: "370101") { ${fields} } }`,
    );
    expect(at(answer, 'data')).toMatchObject({
      own: { code: '370100', parent: null, ancestors: [], children: { nodes: [{ code: '370101' }] } },
      below: { parent: { code: '370100' }, ancestors: [{ code: '370100' }] },
    });
  });

  test('also in the table of agencies', async () => {
    const listed = await world.service.fetch('/agencies.csv', {
      headers: { Authorization: `Bearer ${world.scoped.FILER}` },
    });
    const [, ...lines] = listed.text.trim().split('\r\n');
    const parents = lines.map((line) => [line.split(',')[0], line.split(',')[3]]);
    expect(parents[0]).toEqual(['370100', '']);
    expect(parents).toContainEqual(['370101', '370100']);
  });

  test('whatever a field was given by mistake', async () => {
    const agency = new GraphQLObjectType({ name: 'Agency', fields: { path: { type: GraphQLString } } });
    const inside = { path: '/a/b/' };
    const outside = { path: '/x/' };
    const contextValue = { actor: { scope: { agencyId: 'a', code: 'A', path: '/a/' } } };
    async function given(type: GraphQLOutputType, value: unknown) {
      const field = { type, resolve: scopedField(type, () => value) };
      const schema = new GraphQLSchema({
        query: new GraphQLObjectType({ name: 'Query', fields: { field } }),
      });
      const { data, errors } = await graphql({ schema, source: '{ field { path } }', contextValue });
      return errors?.[0]?.message ?? data?.['field'];
    }
    expect(await given(agency, inside)).toEqual(inside);
    expect(await given(agency, Promise.resolve(outside))).toBeNull();
    expect(await given(agency, null)).toBeNull();
    expect(await given(new GraphQLList(agency), [outside, inside])).toEqual([inside]);
    expect(await given(new GraphQLNonNull(agency), outside)).toContain('out of the scope');
    expect(await given(agency, { name: '没有路径' })).toContain('without its path');
  });
});

describe('names', () => {
  test('outside the scope mean nothing, and none of them is suggested', async () => {
    const scoped = await actorWith(world.scoped.FILER);
    const resolve = (actor: Actor, asked: string) =>
      resolveAgencies(world.service.database.manager, actor, [{ asked, printed: null }]);
    for (const name of ['朔方省水利厅', '640000', '朔方省水利', '历山市水利厅']) {
      const [resolved] = await resolve(scoped, name);
      expect(resolved).toMatchObject({ problem: { code: 'AGENCY_UNKNOWN' } });
      expect(JSON.stringify(resolved).replaceAll(name, '*')).not.toMatch(/朔方|640000/);
    }
    expect(JSON.stringify(await resolve(scoped, '历山市林业'))).toContain('370101');
    expect(await resolve(await actorWith(world.unscoped.REVIEWER), '朔方省水利厅')).toMatchObject([
      { agency: { code: '640000' } },
    ]);
  });
});

describe('an import', () => {
  const upload = (token: string, agency: string, year: number) => {
    const cells = shownValues(form2021, validValues(form2021, 6));
    const bytes = JSON.stringify({ form: '2021', year, agency, cells });
    return world.service.upload([{ file: '年报.json', bytes }], { Authorization: `Bearer ${token}` });
  };
  const seen = async (token: string, id: string) =>
    at(await query(token, `{ importRun(id: "${id}") { id } }`), 'data', 'importRun');

  test('with an agency outside is known to whoever sent it, not to others of the same scope', async () => {
    const { token: other } = await world.service.database.transaction((manager) =>
      createToken(manager, actorNamed('测试'), {
        name: '历山填报二',
        role: Role.FILER,
        scope: '370100',
        expiresAt: null,
      }),
    );
    const refused = json(await upload(world.scoped.FILER, '640000', 2023));
    expect(at(refused, 'files', 0, 'reports', 0)).toMatchObject({ status: 'REJECTED', agencyCode: null });
    expect(at(refused, 'files', 0, 'reports', 0, 'problems', 0, 'code')).toBe('AGENCY_UNKNOWN');
    const id = String(at(refused, 'id'));
    expect(await seen(world.scoped.FILER, id)).toEqual({ id });
    expect(await seen(other, id)).toBeNull();
    expect(await seen(world.unscoped.AUDITOR, id)).toEqual({ id });
    const stored = String(at(json(await upload(world.scoped.FILER, '370100', 2023)), 'id'));
    expect(await seen(other, stored)).toEqual({ id: stored });
  });

  test('of an office below is refused to the filer of the city, with the reason', async () => {
    const answer = json(await upload(world.scoped.FILER, '370101', 2023));
    expect(at(answer, 'files', 0, 'reports', 0)).toMatchObject({ status: 'REJECTED' });
    expect(at(answer, 'files', 0, 'reports', 0, 'problems', 0)).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('历山市林业局'),
    });
  });
});

describe('a report', () => {
  test('says what of its next steps the token may do, for this very agency', async () => {
    const text = `{ own: report(agency: "370100", year: 2024) { nextSteps { operation allowed } }
      below: report(agency: "370101", year: 2024) { nextSteps { operation allowed } } }`;
    const filer = at(await query(world.scoped.FILER, text), 'data');
    expect(filer).toEqual({
      own: { nextSteps: [{ operation: 'reportSubmit', allowed: true }] },
      below: { nextSteps: [{ operation: 'reportSubmit', allowed: false }] },
    });
    const reviewer = at(await query(world.scoped.REVIEWER, text), 'data', 'own', 'nextSteps', 0, 'allowed');
    expect(reviewer).toBe(false);
  });
});

describe('the audit trail', () => {
  const text =
    '{ auditTrail(first: 5, filter: { agency: "370100" }) { nodes { actor role address requestId } } }';

  test('tells where a request came from only to those who look into it', async () => {
    const correct = `mutation { cellCorrect(report: { agency: "370100", year: 2024 }, expectedVersion: 9,
      changes: [], reason: "看") { userErrors { code } } }`;
    await query(world.scoped.FILER, correct);
    const entry = async (token: string) => at(await query(token, text), 'data', 'auditTrail', 'nodes', 0);
    expect(await entry(world.scoped.FILER)).toEqual({
      actor: '历山填报',
      role: 'FILER',
      address: null,
      requestId: null,
    });
    expect(await entry(world.scoped.AUDITOR)).toMatchObject({
      address: '127.0.0.1',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('of a report is closed to connected systems, and nothing else of it', async () => {
    const fields = 'report(agency: "370100", year: 2024) { version auditTrail { totalCount } }';
    const answer = await query(world.scoped.READER, `{ ${fields} }`);
    expect(at(answer, 'errors', 0, 'extensions', 'code')).toBe('FORBIDDEN');
    expect(
      at(await query(world.scoped.READER, `{ ${fields.replace(/auditTrail.*?\}/, '')} }`), 'data'),
    ).toEqual({
      report: { version: 1 },
    });
  });

  test('is verified chain by chain, the one of no agency only without a scope', async () => {
    const verify = (given: string) =>
      `{ auditVerify${given} { chain intact firstBreak { sequence } breaks { kind } head } }`;
    const own = at(await query(world.scoped.AUDITOR, verify('(agency: "370100")')), 'data', 'auditVerify');
    expect(own).toMatchObject({ intact: true, firstBreak: null, breaks: [] });
    const system = await query(world.scoped.AUDITOR, verify(''));
    expect(at(system, 'errors', 0, 'extensions', 'code')).toBe('FORBIDDEN');
    const whole = at(await query(world.unscoped.AUDITOR, verify('')), 'data', 'auditVerify');
    expect(whole).toMatchObject({ chain: 'system', intact: true });
    const head = String(at(own, 'head'));
    const same = await query(world.scoped.AUDITOR, verify(`(agency: "370100", head: "${head}")`));
    expect(at(same, 'data', 'auditVerify', 'intact')).toBe(true);
    const rewritten = `${head.slice(0, -64)}${'0'.repeat(64)}`;
    const other = await query(world.scoped.AUDITOR, verify(`(agency: "370100", head: "${rewritten}")`));
    expect(at(other, 'data', 'auditVerify')).toMatchObject({ intact: false, breaks: [{ kind: 'EDITED' }] });
    const strange = await query(world.scoped.AUDITOR, verify(`(agency: "370101", head: "${head}")`));
    expect(at(strange, 'errors', 0, 'extensions', 'code')).toBe('INVALID_REQUEST');
  });
});
