import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of every GraphQL document of the desk, from the schema the service prints: npm run documents. */
const config: CodegenConfig = {
  emitLegacyCommonJSImports: false,
  schema: 'schema.graphql',
  documents: ['web/**/*.graphql'],
  generates: {
    'web/graphql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        onlyOperationTypes: true,
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: {
          CellKey: 'string',
          Decimal: 'string',
          DateTime: 'string',
          JSONObject: 'Readonly<Record<string, unknown>>',
        },
      },
    },
  },
};

export default config;
