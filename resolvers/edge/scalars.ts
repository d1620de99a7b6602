import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import type { Day as BrandedDay } from '../../src/brands/brands.js';
import { isCellKey, type CellKey as Key } from '../../src/cells.js';
import { shortened } from '../../src/text/shortened.js';

/** A text of one shape. */
function shapedText<Shaped extends string>(
  config: { name: string; description: string; specifiedByURL?: string },
  hasShape: (text: string) => text is Shaped,
  refusal: string,
): GraphQLScalarType<Shaped, string> {
  const parse = (value: unknown): Shaped => {
    if (typeof value === 'string' && value.length <= 200 && hasShape(value)) return value;
    throw new GraphQLError(refusal);
  };
  return new GraphQLScalarType<Shaped, string>({
    ...config,
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

/** `table.row.column`. Whether the form has the cell is judged where the form is known. */
export type CellKey = Key;

export const CellKey = shapedText(
  {
    name: 'CellKey',
    description: '格的名称：表.行.列，例如 requests.received.total。各年格式的全部格名见 forms',
  },
  isCellKey,
  '格的名称应为“表.行.列”，例如 requests.received.total。',
);

/** A day of the calendar in China. Whether the day exists is judged where it is used, which names the place. */
export const Day = shapedText(
  {
    name: 'Date',
    description: '日期，年-月-日：2024-06-30',
    specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  },
  (text): text is BrandedDay => /^\d{4}-\d{2}-\d{2}$/.test(text),
  '日期应写成“年-月-日”，例如 2024-06-30。',
);

/** RFC 3339 with a time zone. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  name: 'DateTime',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  description: '时间，RFC 3339 格式，带时区：2025-01-20T09:30:00Z、2025-01-20T17:30:00+08:00',
});

const refusal = '请写成十进制字符串，例如 "0"、"-1690"、"25.1"；不接受浮点数，以免失真。';

/** Exact numbers travel as decimal strings: JSON numbers would lose digits. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  specifiedByURL: 'https://www.w3.org/TR/xmlschema11-2/#decimal',
  description:
    '精确的十进制数，写成字符串：0、-1690、25.1。单位依统一格式：件、项或万元。输入时也接受整数，不接受浮点数',
  serialize: (value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'bigint') return value.toString();
    throw new GraphQLError('a Decimal must be kept as a string');
  },
  parseValue: (value) => {
    if (typeof value === 'string') return canonical(value);
    if (typeof value === 'number' && Number.isSafeInteger(value)) return canonical(String(value));
    throw new GraphQLError(`不是 Decimal。${refusal}`);
  },
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT) return canonical(node.value);
    throw new GraphQLError(`不是 Decimal。${refusal}`, { nodes: node });
  },
});

/** No plus sign, no leading or trailing zeros, no negative zero. */
function canonical(text: string): string {
  const match = /^([+-]?)0*(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match || text.length > 64) throw new GraphQLError(`“${shortened(text, 64)}”不是十进制数。${refusal}`);
  const [, sign, whole = '0', decimals = ''] = match;
  const fraction = decimals.replace(/0+$/, '');
  const size = fraction ? `${whole}.${fraction}` : whole;
  return sign === '-' && size !== '0' ? `-${size}` : size;
}

export const JSONObject = new GraphQLScalarType({
  ...GraphQLJSONObject.toConfig(),
  name: 'JSONObject',
  description: 'JSON 对象',
});
