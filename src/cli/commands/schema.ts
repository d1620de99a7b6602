import { Command } from 'commander';
import { buildSchema } from '../../../resolvers/schema/buildSchema.js';
import { printSchema } from '../../../resolvers/schema/buildSchema.js';

/** For developers: `nianbao schema > schema.graphql`. */
export function schemaCommand(): Command {
  return new Command('schema')
    .description('输出 GraphQL 的结构（schema.graphql）')
    .action(async () => void process.stdout.write(printSchema(await buildSchema())));
}
