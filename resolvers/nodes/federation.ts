import { GraphQLScalarType, Kind, parse, print, printSchema, valueFromASTUntyped, visit } from 'graphql';
import type { ConstDirectiveNode, DocumentNode, GraphQLSchema, ObjectTypeDefinitionNode } from 'graphql';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import { Refusal } from '../../src/filing/refusal.js';
import { Report, ReportVersion } from '../reports/types.js';

/** By which fields a gateway names what other subgraphs speak of. */
const entityKeys = {
  Agency: ['id', 'code'],
  Report: ['id'],
  ReportVersion: ['id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EntityName = keyof typeof entityKeys;

/** Without identity, the same wherever it stands: another subgraph may have it too. */
const shareable: readonly string[] = ['PageInfo', 'UserError', 'CellChange', 'Line', 'FormerName'];

/** What the federation asks of every subgraph, and a subgraph does not say of itself. */
const machinery: readonly string[] = ['_Service', '_Entity', '_Any'];
const machineryFields: readonly string[] = ['_service', '_entities'];

export const Representation = new GraphQLScalarType({
  name: '_Any',
  description: '联邦网关所说的一个事物：__typename 和编号，例如 {"__typename": "Agency", "code": "410500"}',
  specifiedByURL: 'https://www.apollographql.com/docs/graphos/reference/federation/subgraph-specific-fields',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) =>
    node.kind === Kind.OBJECT ? valueFromASTUntyped(node, variables) : null,
});

export const Entity = createUnionType({
  name: '_Entity',
  description: '联邦网关可以按编号查询的事物',
  types: () => [Agency, Report, ReportVersion] as const,
  resolveType: (value: object) => String(Reflect.get(value, '__typename')),
});

@ObjectType('_Service', { description: '作为 Apollo 联邦的子图', simpleResolvers: true })
export class SubgraphService {
  @Field(() => String, { description: '子图的结构，带联邦的标注' })
  sdl!: string;
}

/** One thing that a gateway asks for. */
export interface AskedEntity {
  readonly type: EntityName;
  readonly field: string;
  readonly value: string;
}

/** What a gateway means; INVALID_REQUEST for what is no representation of an entity. */
export function askedEntity(given: unknown): AskedEntity {
  if (typeof given === 'object' && given !== null) {
    const type: unknown = Reflect.get(given, '__typename');
    if (isEntityName(type))
      for (const field of entityKeys[type]) {
        const value: unknown = Reflect.get(given, field);
        if (typeof value === 'string') return { type, field, value };
      }
  }
  const known = Object.entries(entityKeys).map(([type, fields]) => `${type}（${fields.join(' 或 ')}）`);
  throw new Refusal(
    'INVALID_REQUEST',
    `representations 的每一项应写明 __typename 和编号：${known.join('、')}。`,
    ['representations'],
  );
}

function isEntityName(name: unknown): name is EntityName {
  return typeof name === 'string' && Object.hasOwn(entityKeys, name);
}

const printed = new WeakMap<GraphQLSchema, string>();

/** The schema as a subgraph says it: keys and shareable types marked, without the machinery itself. */
export function subgraphSdl(schema: GraphQLSchema): string {
  const known = printed.get(schema);
  if (known !== undefined) return known;
  const sdl = `${link}\n\n${print(marked(parse(printSchema(schema))))}\n`;
  printed.set(schema, sdl);
  return sdl;
}

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])`;

function marked(document: DocumentNode): DocumentNode {
  return visit(document, {
    ObjectTypeDefinition: {
      enter(node) {
        if (machinery.includes(node.name.value)) return null;
        return { ...node, directives: [...(node.directives ?? []), ...marksOf(node)] };
      },
    },
    UnionTypeDefinition: (node) => (machinery.includes(node.name.value) ? null : undefined),
    ScalarTypeDefinition: (node) => (machinery.includes(node.name.value) ? null : undefined),
    FieldDefinition: (node) => (machineryFields.includes(node.name.value) ? null : undefined),
  });
}

function marksOf({ name: { value: name } }: ObjectTypeDefinitionNode): ConstDirectiveNode[] {
  if (shareable.includes(name)) return directivesOf('@shareable');
  if (!isEntityName(name)) return [];
  return directivesOf(entityKeys[name].map((field) => `@key(fields: "${field}")`).join(' '));
}

/** Directives from their text. */
function directivesOf(text: string): ConstDirectiveNode[] {
  const [definition] = parse(`type Marked ${text} { id: ID }`).definitions;
  return definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? [...(definition.directives ?? [])] : [];
}
