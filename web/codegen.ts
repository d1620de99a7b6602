import type { CodegenConfig } from '@graphql-codegen/cli';
import { preset } from '@graphql-codegen/client-preset';

/** The documents with their types; the function that finds a document by its text is not used. */
const documents: typeof preset = {
  ...preset,
  buildGeneratesSection: async (options) =>
    (await preset.buildGeneratesSection(options)).filter(({ filename }) => filename.endsWith('graphql.ts')),
};

/** Types of every GraphQL document of the desk, from the schema the service prints: npm run documents. */
const config: CodegenConfig = {
  emitLegacyCommonJSImports: false,
  schema: 'schema.graphql',
  documents: ['web/**/*.graphql'],
  generates: {
    'web/graphql/': {
      preset: documents,
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        onlyOperationTypes: true,
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: {
          CellKey: 'string',
          Date: 'string',
          Decimal: 'string',
          DateTime: 'string',
          JSONObject: 'Readonly<Record<string, unknown>>',
        },
      },
    },
  },
};

export default config;
