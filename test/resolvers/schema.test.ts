import { readFileSync } from 'node:fs';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLSchema,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSchema } from '../../resolvers/schema/buildSchema.js';
import { printSchema } from '../../resolvers/schema/buildSchema.js';

let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await buildSchema();
});

interface Described {
  readonly name: string;
  readonly description?: string | null;
}

type Path = readonly [string, Described];

/** Everything a person can look up, with the path to it. */
function described(): Path[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .flatMap((type): Path[] => {
      const here: Path[] = [[type.name, type]];
      if (isEnumType(type))
        return [...here, ...type.getValues().map((value) => [`${type.name}.${value.name}`, value] as const)];
      if (isInputObjectType(type))
        return [
          ...here,
          ...Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const),
        ];
      if (!isObjectType(type) && !isInterfaceType(type)) return here;
      const fields = Object.values(type.getFields()).flatMap((field) => [
        [`${type.name}.${field.name}`, field] as const,
        ...field.args.map((arg) => [`${type.name}.${field.name}(${arg.name})`, arg] as const),
      ]);
      const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
      return isRoot ? fields : [...here, ...fields];
    });
}

describe('schema', () => {
  test('schema.graphql is what the code says (renew it with: node bin/nianbao.js schema > schema.graphql)', () => {
    expect(printSchema(schema)).toBe(readFileSync('schema.graphql', 'utf8'));
  });

  test('everything is described in Chinese', () => {
    const bare = described().filter(([, { description }]) => !/[\u4e00-\u9fff]/.test(description ?? ''));
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  test('enum values are upper case', () => {
    for (const type of Object.values(schema.getTypeMap()))
      if (isEnumType(type) && !type.name.startsWith('__'))
        for (const { name } of type.getValues()) expect(name).toMatch(/^[A-Z_]+$/);
  });

  test.each([
    'node(id: ID!): Node',
    'nodes(ids: [ID!]!): [Node]!',
    'changes(first: Int = 100, after: String, last: Int, before: String, under: String, kinds: [ChangeKind!]): ChangeConnection',
    'forms: [Form!]!',
    'form(id: ID!): Form',
    'rules(form: ID): [Rule!]!',
    'agency(code: String!): Agency',
    'agencies(filter: AgencyFilter, first: Int = 20, after: String, last: Int, before: String): AgencyConnection',
    'report(agency: String!, year: Int!): Report',
    'reports(filter: ReportFilter, orderBy: ReportOrder, first: Int = 20, after: String, last: Int, before: String): ReportConnection',
    'importRun(id: ID!): ImportRun',
    'findings(filter: FindingFilter, first: Int = 50, after: String, last: Int, before: String): FindingConnection',
    'auditTrail(filter: AuditFilter, first: Int = 50, after: String, last: Int, before: String): AuditEntryConnection',
    'agencyRegister(input: AgencyInput!): AgencyPayload!',
    'reportImport(input: ReportImportInput!): ReportImportPayload!',
    'cellCorrect(report: ReportKey!, expectedVersion: Int!, changes: [CellChangeInput!]!, reason: String!, preview: Boolean = false): CorrectionPayload!',
    'reportRevert(report: ReportKey!, expectedVersion: Int!, toVersion: Int!, reason: String!): CorrectionPayload!',
    'findingExplain(input: FindingExplainInput!): FindingExplainPayload!',
    'sectionCorrect(report: ReportKey!, expectedVersion: Int!, changes: [SectionChangeInput!]!, reason: String!, preview: Boolean = false): CorrectionPayload!',
    'reportRecheck(filter: ReportFilter, most: Int): RecheckPayload!',
    'values(keys: [CellKey!]): JSONObject!',
    'table(key: String!): Table',
    'cell(key: CellKey!): Cell',
    'findings(severity: [Severity!]): [Finding!]!',
    'asOf(at: DateTime!): ReportVersion',
    'auditTrail(first: Int = 50, after: String, last: Int, before: String): AuditEntryConnection!',
  ])('the contract has %s', (signature) => {
    expect(fieldSignatures()).toContain(signature);
  });

  test.each([
    [
      'ReportFilter',
      'years: [Int!] agencies: [String!] under: String statuses: [ReportStatus!] hasErrors: Boolean changedAfter: DateTime undecided: Boolean checkDue: Boolean',
    ],
    ['ReportOrder', 'AGENCY YEAR CHANGED_DESC ERRORS_DESC'],
    ['Severity', 'ERROR EXPLAIN WARNING INFO'],
    ['ReportKey', 'agency: String! year: Int!'],
    ['CellChangeInput', 'key: CellKey! value: Decimal'],
    ['UserError', 'code: String! path: [String!]! message: String!'],
    ['FindingExplainInput', 'report: ReportKey! finding: ID! text: String! expectedVersion: Int'],
    ['SectionChangeInput', 'section: ID! text: String'],
    ['CellChange', 'key: CellKey! before: Decimal after: Decimal version: Int!'],
    ['Line', 'key: String! label: String! unit: String!'],
    ['Row', 'key: String! label: String! group: String cells: [Cell!]!'],
    ['Table', 'key: String! title: String! columns: [Line!]! rows: [Row!]!'],
    [
      'Cell',
      'key: CellKey! value: Decimal raw: String at: String row: Line! column: Line! corrected: Boolean! history: [CellChange!]!',
    ],
    [
      'CorrectionPayload',
      'report: Report resolved: [Finding!]! introduced: [Finding!]! userErrors: [UserError!]!',
    ],
  ])('%s is as in the contract', (name, members) => {
    expect(membersOf(name)).toBe(members);
  });

  test.each([
    [
      'Report',
      'id: ID! agency: Agency! year: Int! form: Form! status: ReportStatus! version: Int! changedAt: DateTime! tables: [Table!]! sections: [Section!]! errorCount: Int! explainCount: Int! versions: [ReportVersion!]!',
    ],
    [
      'Finding',
      'id: ID! rule: Rule! severity: Severity! cells: [Cell!]! left: Decimal right: Decimal difference: Decimal message: String! text: String',
    ],
    ['Rule', 'id: ID! severity: Severity! basis: String! formula: String! form: [Form!]!'],
    [
      'AuditEntry',
      'id: ID! at: DateTime! actor: String! action: AuditAction! reason: String changes: [CellChange!]! previousHash: String! hash: String!',
    ],
  ])('%s has all of the contract', (name, members) => {
    const found = ` ${membersOf(name)} `;
    for (const member of members.match(/\w+: \S+/g) ?? []) expect(found).toContain(` ${member} `);
  });
});

function fieldSignatures(): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()))
    .map(({ name, args, type }) => {
      const shown = args.map(
        (arg) => `${arg.name}: ${arg.type}${arg.defaultValue === undefined ? '' : ` = ${arg.defaultValue}`}`,
      );
      return `${name}${shown.length > 0 ? `(${shown.join(', ')})` : ''}: ${type}`;
    });
}

function membersOf(name: string): string {
  const type = schema.getType(name);
  if (isEnumType(type))
    return type
      .getValues()
      .map((value) => value.name)
      .join(' ');
  if (!isObjectType(type) && !isInputObjectType(type)) throw new Error(`no type ${name}`);
  return Object.values(type.getFields())
    .map((field) => `${field.name}: ${field.type}`)
    .join(' ');
}
