import type { CodegenConfig } from '@graphql-codegen/cli';
import { preset } from '@graphql-codegen/client-preset';

type Section = Awaited<ReturnType<typeof preset.buildGeneratesSection>>[number];
type Plugin = Section['pluginMap'][string];

/** What the generator writes of the notes beside a document, which nobody reads, is unknown rather than anything. */
const strict = (text: string) => text.replaceAll('Record<string, any>', 'Record<string, unknown>');

function strictly(plugin: Plugin): Plugin {
  return {
    ...plugin,
    async plugin(...given) {
      const output = await plugin.plugin(...given);
      if (typeof output === 'string') return strict(output);
      const { content, prepend = [], append = [] } = output;
      return {
        ...output,
        content: strict(content),
        prepend: prepend.map(strict),
        append: append.map(strict),
      };
    },
  };
}

/** The documents with their types; the function that finds a document by its text is not used. */
const documents: typeof preset = {
  ...preset,
  async buildGeneratesSection(options) {
    const sections = await preset.buildGeneratesSection(options);
    return sections
      .filter(({ filename }) => filename.endsWith('graphql.ts'))
      .map((section) => ({
        ...section,
        pluginMap: Object.fromEntries(
          Object.entries(section.pluginMap).map(([name, plugin]) => [name, strictly(plugin)]),
        ),
      }));
  },
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
          CellKey: '../../src/cells.js#CellKey',
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
