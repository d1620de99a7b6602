import type { CodegenConfig } from '@graphql-codegen/cli';
import { preset } from '@graphql-codegen/client-preset';

/** The queries with their types; a function that finds a query by its text is not used. */
const typedQueries: typeof preset = {
  ...preset,
  buildGeneratesSection: async (options) =>
    (await preset.buildGeneratesSection(options)).filter(({ filename }) => filename.endsWith('/graphql.ts')),
};

/**
 * The queries with their types, from the schema that the service prints at /schema.graphql. Every scalar of nianbao is a
 * string in JSON, a JSONObject an object.
 */
const config: CodegenConfig = {
  emitLegacyCommonJSImports: false,
  schema: 'schema.graphql',
  documents: ['examples/clients/node/*.graphql'],
  generates: {
    'examples/clients/node/generated/': {
      preset: typedQueries,
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        onlyOperationTypes: true,
        enumsAsTypes: true,
        scalars: {
          CellKey: 'string',
          Date: 'string',
          DateTime: 'string',
          Decimal: 'string',
          JSONObject: 'Readonly<Record<string, string | null>>',
        },
      },
    },
  },
};

export default config;
