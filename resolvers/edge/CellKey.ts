import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const pattern = /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*){2}$/;

/** `table.row.column`. Whether the form has the cell is judged where the form is known. */
export const CellKey = new GraphQLScalarType<string, string>({
  name: 'CellKey',
  description: '格的名称：表.行.列，例如 requests.received.total。各年格式的全部格名见 forms',
  serialize: (value) => String(value),
  parseValue: (value) => parse(value),
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
});

function parse(value: unknown): string {
  if (typeof value === 'string' && value.length <= 200 && pattern.test(value)) return value;
  throw new GraphQLError('格的名称应为“表.行.列”，例如 requests.received.total。');
}
