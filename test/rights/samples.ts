import { randomUUID } from 'node:crypto';
import { cellsOf } from '../../src/cells.js';
import { form2021 } from '../../src/forms/2021.js';
import { shownValues, validValues } from '../support/drafts.js';
import type { Place, World } from './world.js';

/** One request. */
export type Call =
  | { readonly query: string; readonly variables: object }
  | { readonly path: string; readonly body?: () => FormData; readonly json?: string };

export interface Sample {
  /**
   * What of a place is asked. Of a mutation as much that it is seen whether it was let through: the version
   * it names never is the present one.
   */
  readonly ask: (place: Place, world: World) => Call | Promise<Call>;
  /** `none`: about no agency at all, the same for everybody who may ask. */
  readonly about?: 'none';
  /** Asked of everything there is: what comes must be of the scope. */
  readonly whole?: () => Call;
  /** Within a scope only whoever began it may do it, whatever the role. */
  readonly onlyItsSender?: true;
}

const never = 99;
const cell = 'requests.received.naturalPerson';

const errors = 'userErrors { code path message }';

/** A mutation on the report of a place. */
const onReport = (name: string, more: string, fields = errors): Sample => ({
  ask: ({ code }) => ({
    query: `mutation ($report: ReportKey!) {
      ${name}(report: $report, expectedVersion: ${never}${more}) { ${fields} } }`,
    variables: { report: { agency: code, year: 2024 } },
  }),
});

const reason = ', reason: "核对原始台账"';
const change = `, changes: [{ key: "${cell}", value: "1" }]`;

/** A query on an agency. */
const onAgency = (name: string, more: string, fields: string): Sample => ({
  ask: ({ code }) => ({
    query: `query ($code: String!) { ${name}(${more.replace('*', '$code')}) { ${fields} } }`,
    variables: { code },
  }),
});

const list = (name: string, filter: string, fields: string): Sample => ({
  ask: ({ code }) => ({
    query: `query ($code: String!) { ${name}(filter: { ${filter.replace('*', '$code')} }) { totalCount nodes { ${fields} } } }`,
    variables: { code },
  }),
  whole: () => ({
    query: `{ ${name}(first: 200) { totalCount nodes { ${fields} } edges { node { ${fields} } } } }`,
    variables: {},
  }),
});

const download = (path: (place: Place) => string): Sample => ({ ask: (place) => ({ path: path(place) }) });
const open = (query: string): Sample => ({ about: 'none', ask: () => ({ query, variables: {} }) });

const agencyFields = 'code name parent { code name } ancestors { code } children { nodes { code name } }';
const reportFields = `id year version values agency { ${agencyFields} } findings { rule { id } message } versions { createdBy }
  nextSteps { operation allowed } steps { actor } remarks { text } proposals { reason } waivers { reason }
  publications { number } explanations { text }`;
const auditFields = 'id chain actor role action reason details changes { key }';

/** A report as a system sends it. */
function exported(code: string): string {
  return JSON.stringify({
    form: form2021.id,
    year: 2025,
    agency: code,
    cells: shownValues(form2021, validValues(form2021, 5)),
  });
}

const changeFields = 'kind year version status agency { code name } report { id } changes { key }';

let count = 0;

async function agencyId({ code }: Place, { service }: World): Promise<string> {
  const [agency] = await service.database.query<{ id: string }[]>('SELECT id FROM agency WHERE code = $1', [
    code,
  ]);
  return agency?.id ?? randomUUID();
}

const smallLedger =
  '申请编号,申请人类型,收到日期,答复日期,答复类型\n2024-001,公民,2024-03-01,2024-03-20,予以公开\n';

/** For every operation what to ask. One that is not here fails the test. */
export const samples: Readonly<Record<string, Sample>> = {
  'Query.node': {
    ask: async (place, world) => ({
      query: `query ($id: ID!) { node(id: $id) { id ... on Agency { ${agencyFields} } } }`,
      variables: { id: await agencyId(place, world) },
    }),
  },
  'Query.nodes': {
    ask: async (place, world) => ({
      query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Agency { name } } }',
      variables: { ids: [await agencyId(place, world)] },
    }),
  },
  'Query._service': open('{ _service { sdl } }'),
  'Query._entities': {
    ask: ({ code }) => ({
      query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Agency { ${agencyFields} } } }`,
      variables: { of: [{ __typename: 'Agency', code }] },
    }),
  },
  'Query.viewer': open(
    '{ viewer { name displayName role operations agency { code } offices { role code } waiting { operation count } } }',
  ),
  'Query.forms': open('{ forms { id } }'),
  'Query.form': open('{ form(id: "2021") { id } }'),
  'Query.rules': open('{ rules { id } }'),
  'Query.agency': onAgency('agency', 'code: *', agencyFields),
  'Query.agencies': list('agencies', 'codes: [*]', agencyFields),
  'Query.report': onAgency('report', 'agency: *, year: 2024', reportFields),
  'Query.reports': list('reports', 'agencies: [*]', 'id agency { code name } values'),
  'Query.changes': {
    ask: ({ code }) => ({
      query: `query ($code: String!) { changes(under: $code) { totalCount nodes { ${changeFields} } } }`,
      variables: { code },
    }),
    whole: () => ({
      query: `{ changes(first: 200) { totalCount nodes { ${changeFields} } edges { node { ${changeFields} } } } }`,
      variables: {},
    }),
  },
  'Query.findings': list('findings', 'agencies: [*]', 'rule { id } report { agency { name } }'),
  'Query.compare': onAgency('compare', 'agency: *, years: [2023, 2024]', 'agency { name } missing'),
  'Query.rollUp': onAgency(
    'rollUp',
    'agency: *, year: 2024',
    'expected filed values missing { nodes { name } }',
  ),
  'Query.overview': onAgency(
    'overview',
    'agency: *, fromYear: 2024, toYear: 2024, by: LEVEL, keys: ["requests.received.total"]',
    'agency { name }',
  ),
  'Query.progress': onAgency('progress', 'agency: *, year: 2024', 'total children { agency { name } total }'),
  'Query.ledger': onAgency('ledger', 'agency: *, year: 2024', 'version agency { name } cases { totalCount }'),
  'Query.ledgerStatistics': onAgency(
    'ledgerStatistics',
    'agency: *, year: 2024, by: MONTH',
    'offices whole { label cases }',
  ),
  'Query.requirement': onAgency('requirement', 'agency: *, year: 2024', 'longestOverview statements'),
  'Query.reminders': onAgency(
    'reminders',
    'agency: *, year: 2024',
    'totalCount nodes { agency { name } status }',
  ),
  'Query.auditTrail': list('auditTrail', 'agency: *', auditFields),
  'Query.auditVerify': onAgency('auditVerify', 'agency: *', 'chain intact head'),
  'Query.importRun': {
    ask: ({ run }) => ({
      query:
        'query ($id: ID!) { importRun(id: $id) { id actor files { fileName reports { agency version } } } }',
      variables: { id: run },
    }),
  },
  'Query.tokens': {
    about: 'none',
    ask: () => ({ query: '{ tokens { totalCount } }', variables: {} }),
    whole: () => ({
      query: '{ tokens(first: 200) { totalCount nodes { name role scope { name } createdAt } } }',
      variables: {},
    }),
  },
  'Mutation.agencyRegister': {
    ask: ({ code }) => ({
      query: `mutation ($input: AgencyInput!) { agencyRegister(input: $input) { agency { name } ${errors} } }`,
      variables: { input: { code: `${code}-${(count += 1)}`, name: '新设机构', parent: code } },
    }),
  },
  'Mutation.agenciesImport': {
    ask: ({ code }) => {
      const fresh = `${code}-${(count += 1)}`;
      const content = Buffer.from(`代码,名称,上级代码\n${fresh},名单中的机构,${code}\n`).toString('base64');
      return {
        query: `mutation ($input: AgenciesImportInput!) { agenciesImport(input: $input) { registered ${errors} } }`,
        // Named beside the table too: what an answer says of it is no news.
        variables: { input: { fileName: '机关.csv', content }, asked: fresh },
      };
    },
  },
  'Mutation.agencyChange': {
    ask: ({ code }) => ({
      query: `mutation ($code: String!, $input: AgencyChangeInput!) {
        agencyChange(code: $code, input: $input, reason: "文件") { agency { name } ${errors} } }`,
      variables: { code, input: { aliases: [`又名${(count += 1)}`] } },
    }),
  },
  // What it is to be merged into is unknown, which comes to light only when it is known itself.
  'Mutation.agencyMerge': {
    ask: ({ code }) => ({
      query: `mutation ($code: String!) {
        agencyMerge(code: $code, into: "990000", validTo: "2030-06-30", reason: "文件") { agency { name } ${errors} } }`,
      variables: { code },
    }),
  },
  'Mutation.deadlineSet': onDeadline(),
  'Mutation.requirementSet': onRequirement(),
  'Mutation.workYearSet': {
    ask: ({ code }) => ({
      query: `mutation ($code: String!) {
        workYearSet(agency: $code, year: 2027, off: ["01-01"], working: [], source: "通知") { workYear { year } ${errors} } }`,
      variables: { code },
    }),
  },
  'Mutation.tokenCreate': {
    ask: ({ code }) => ({
      query: `mutation ($input: TokenInput!) { tokenCreate(input: $input) { token { role } ${errors} } }`,
      variables: { input: { name: `新令牌${(count += 1)}`, role: 'READER', scope: code } },
    }),
  },
  'Mutation.tokenRevoke': {
    ask: async (place, world) => ({
      query: `mutation ($name: String!) { tokenRevoke(name: $name) { token { role } ${errors} } }`,
      variables: { name: await world.freshToken(place) },
    }),
  },
  'Query.people': {
    about: 'none',
    ask: () => ({ query: '{ people { totalCount } }', variables: {} }),
    whole: () => ({
      query:
        '{ people(first: 200) { totalCount nodes { name displayName offices { role code agencyName } } } }',
      variables: {},
    }),
  },
  'Query.webhooks': {
    about: 'none',
    ask: () => ({ query: '{ webhooks { totalCount } }', variables: {} }),
    whole: () => ({
      query: '{ webhooks(first: 200) { totalCount nodes { url under { name } deliveries { totalCount } } } }',
      variables: {},
    }),
  },
  'Query.deliveries': {
    about: 'none',
    ask: () => ({ query: '{ deliveries { totalCount } }', variables: {} }),
    whole: () => ({
      query:
        '{ deliveries(first: 200) { totalCount nodes { target state agency { name } attempts { at } } } }',
      variables: {},
    }),
  },
  'Mutation.webhookRegister': {
    ask: ({ code }) => ({
      query: `mutation ($code: String!) {
        webhookRegister(url: "https://platform.example/", under: $code) { webhook { url } ${errors} } }`,
      variables: { code },
    }),
  },
  'Mutation.webhookRemove': {
    ask: async (place, world) => ({
      query: `mutation ($id: ID!) { webhookRemove(id: $id, reason: "停用") { webhook { url } ${errors} } }`,
      variables: { id: await world.freshWebhook(place) },
    }),
  },
  'Mutation.deliveryRepeat': {
    ask: async (place, world) => ({
      query: `mutation ($id: ID!) { deliveryRepeat(id: $id) { delivery { state } ${errors} } }`,
      variables: { id: await world.freshDelivery(place) },
    }),
  },
  'Mutation.personCreate': {
    ask: ({ code }) => ({
      query: `mutation ($input: PersonInput!) { personCreate(input: $input) { person { passwordChangeRequired } ${errors} } }`,
      variables: {
        input: {
          name: `新人${(count += 1)}`,
          displayName: '新来的',
          offices: [{ role: 'FILER', agency: code }],
        },
      },
    }),
  },
  'Mutation.personUpdate': onPerson('personUpdate', ', input: { telephone: "0531-1234" }'),
  'Mutation.personClose': onPerson('personClose', ', reason: "调离"'),
  'Mutation.personReopen': onPerson('personReopen', ''),
  'Mutation.personResetPassword': onPerson('personResetPassword', ''),
  'Mutation.personBind': {
    ask: async (place, world) => ({
      query: `mutation ($name: String!, $subject: String!) {
        personBind(name: $name, issuer: "https://id.example", subject: $subject) { person { telephone } ${errors} } }`,
      variables: { name: await world.freshPerson(place), subject: `标识${(count += 1)}` },
    }),
  },
  'Mutation.personUnbind': onPerson('personUnbind', ''),
  'Mutation.peopleImport': {
    ask: ({ code }) => ({
      query: `mutation ($input: PeopleImportInput!) { peopleImport(input: $input) { known ${errors} } }`,
      variables: {
        input: {
          fileName: '账号.csv',
          content: Buffer.from(`账号,姓名,机关代码\n表中人${(count += 1)},表中人,${code}\n`).toString(
            'base64',
          ),
        },
      },
    }),
  },
  'Mutation.reportImport': {
    ask: ({ code }) => ({
      query: `mutation ($input: ReportImportInput!) { reportImport(input: $input) { report { version } ${errors} } }`,
      variables: {
        input: {
          agency: code,
          year: 2025,
          cells: cellsOf(form2021).map(({ key }) => ({ key, value: '0' })),
          overwriteCorrections: true,
        },
      },
    }),
  },
  'Mutation.importCancel': {
    onlyItsSender: true,
    ask: ({ run }) => ({
      query: `mutation ($id: ID!) { importCancel(id: $id) { importRun { id } ${errors} } }`,
      variables: { id: run },
    }),
  },
  'Mutation.cellCorrect': onReport('cellCorrect', change + reason),
  'Mutation.sectionCorrect': onReport(
    'sectionCorrect',
    `, changes: [{ section: "overview", text: "好" }]${reason}`,
  ),
  'Mutation.repairApply': onReport('repairApply', `, repair: "x"${reason}`),
  'Mutation.reportRevert': onReport('reportRevert', `, toVersion: 1${reason}`),
  'Mutation.reportConsolidate': onReport('reportConsolidate', reason),
  'Mutation.reportFromLedger': onReport('reportFromLedger', reason),
  'Mutation.findingExplain': {
    ask: ({ code }) => ({
      query: `mutation ($input: FindingExplainInput!) { findingExplain(input: $input) { ${errors} } }`,
      variables: {
        input: { report: { agency: code, year: 2024 }, finding: 'x', text: '好', expectedVersion: never },
      },
    }),
  },
  'Mutation.reportRecheck': {
    ask: async (place, world) => {
      await world.markDue(place);
      return {
        query: `mutation ($code: String!) { reportRecheck(filter: { agencies: [$code], years: [2024] }) { checked remaining ${errors} } }`,
        variables: { code: place.code },
      };
    },
  },
  'Mutation.reportSubmit': onReport('reportSubmit', ''),
  'Mutation.reportWithdraw': onReport('reportWithdraw', reason),
  'Mutation.reportReturn': onReport('reportReturn', reason),
  'Mutation.reportAccept': onReport('reportAccept', reason),
  'Mutation.reportPublish': onReport('reportPublish', reason),
  'Mutation.reportReopen': onReport('reportReopen', reason),
  'Mutation.revisionAbandon': onReport('revisionAbandon', reason),
  'Mutation.proposalMake': onReport('proposalMake', change + reason),
  'Mutation.proposalDecide': onReport('proposalDecide', `, proposal: "x", take: true${reason}`),
  'Mutation.waiverRequest': onReport('waiverRequest', `, finding: "x"${reason}`),
  'Mutation.waiverDecide': onReport('waiverDecide', `, waiver: "x", grant: false${reason}`),
  'POST /imports': {
    ask: ({ code }) => ({
      path: '/imports',
      body: () => {
        const body = new FormData();
        body.append('files', new Blob([exported(code)]), '年报.json');
        return body;
      },
    }),
  },
  'GET /ledgers/blank.xlsx': { about: 'none', ask: () => ({ path: '/ledgers/blank.xlsx?year=2025' }) },
  'POST /ledgers': {
    ask: ({ code }) => ({
      path: '/ledgers',
      body: () => {
        const body = new FormData();
        body.append('agency', code);
        body.append('year', '2024');
        body.append('files', new Blob([smallLedger]), '台账.csv');
        return body;
      },
    }),
  },
  'GET /imports/:id/:file': download(({ run }) => `/imports/${run}/0`),
  'GET /imports/:id/:file/annotated.xlsx': download(({ run }) => `/imports/${run}/0/annotated.xlsx`),
  'GET /forms/:id/blank.xlsx': download(({ code }) => `/forms/2021/blank.xlsx?agency=${code}&year=2025`),
  'GET /reports/:agency/:file': download(({ code }) => `/reports/${code}/2024.csv`),
  'GET /agencies.csv': {
    about: 'none',
    ask: () => ({ path: '/agencies.csv' }),
    whole: () => ({ path: '/agencies.csv' }),
  },
  'GET /agencies.xlsx': { about: 'none', ask: () => ({ path: '/agencies.xlsx' }) },
  'GET /reminders.csv': download(({ code }) => `/reminders.csv?agency=${code}&year=2024`),
  'GET /api/v1/reports/:agency/:file': download(({ code }) => `/api/v1/reports/${code}/2024.json`),
  'GET /api/v1/reports.ndjson': {
    ask: ({ code }) => ({ path: `/api/v1/reports.ndjson?under=${code}` }),
    whole: () => ({ path: '/api/v1/reports.ndjson' }),
  },
  'POST /api/v1/reports': {
    ask: ({ code }) => ({ path: '/api/v1/reports', json: exported(code) }),
  },
  'GET /api/v1/agencies': {
    ask: ({ code }) => ({ path: `/api/v1/agencies?under=${code}` }),
    whole: () => ({ path: '/api/v1/agencies' }),
  },
  'GET /api/v1/progress': download(({ code }) => `/api/v1/progress?agency=${code}&year=2024`),
  'GET /api/v1/reminders': download(({ code }) => `/api/v1/reminders?agency=${code}&year=2024`),
  'GET /api/v1/changes': {
    ask: ({ code }) => ({ path: `/api/v1/changes?under=${code}` }),
    whole: () => ({ path: '/api/v1/changes?first=1000' }),
  },
  'GET /api/v1/forms/:id': { about: 'none', ask: () => ({ path: '/api/v1/forms/2021' }) },
  'GET /api/v1/imports/:id': download(({ run }) => `/api/v1/imports/${run}`),
  'GET /summaries/:agency/:file': download(({ code }) => `/summaries/${code}/2024.csv`),
  'GET /comparisons/:agency/:file': download(({ code }) => `/comparisons/${code}/2023-2024.html`),
  'GET /overviews/:agency/:file': download(({ code }) => `/overviews/${code}/2024.html`),
  'GET /audit.csv': {
    ask: ({ code }) => ({ path: `/audit.csv?agency=${code}` }),
    whole: () => ({ path: '/audit.csv' }),
  },
};

/** A mutation on the account of somebody who fills in for a place. */
function onPerson(name: string, more: string): Sample {
  return {
    ask: async (place, world) => ({
      query: `mutation ($name: String!) { ${name}(name: $name${more}) { person { telephone } ${errors} } }`,
      variables: { name: await world.freshPerson(place) },
    }),
  };
}

function onRequirement(): Sample {
  return {
    ask: ({ code }) => ({
      query: `mutation ($code: String!) {
        requirementSet(agency: $code, firstYear: 2024, asked: { longestOverview: ${1000 + (count += 1)} }${reason}) {
          requirement { longestOverview } ${errors} } }`,
      variables: { code },
    }),
  };
}

function onDeadline(): Sample {
  return {
    ask: ({ code }) => ({
      query: `mutation ($code: String!) {
        deadlineSet(agency: $code, kind: DEPARTMENT, day: "01-2${(count += 1) % 9}"${reason}) { day ${errors} } }`,
      variables: { code },
    }),
  };
}
