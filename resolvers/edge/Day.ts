import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar in China. Whether the day exists is judged where it is used, which names the place. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: '日期，年-月-日：2024-06-30',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => String(value),
  parseValue: (value) => parse(value),
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
});

function parse(value: unknown): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw new GraphQLError('日期应写成“年-月-日”，例如 2024-06-30。');
}
