import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';

/** RFC 3339 with a time zone. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  name: 'DateTime',
  description: '时间，RFC 3339 格式，带时区：2025-01-20T09:30:00Z、2025-01-20T17:30:00+08:00',
});
