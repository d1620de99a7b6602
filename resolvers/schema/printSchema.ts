import { printSchema as print, type GraphQLSchema } from 'graphql';

/** The schema as committed in schema.graphql and served at /schema.graphql. */
export function printSchema(schema: GraphQLSchema): string {
  return `${print(schema)}\n`;
}
