import { cruise, type IModule } from 'dependency-cruiser';

/** What a source file imports, types included. Paths from the root of the project; packages by their name. */
export interface SourceFile {
  readonly path: string;
  readonly imports: readonly { readonly path: string; readonly isOwn: boolean }[];
}

const own = /^(src|entities|importers|resolvers)\//;

/** The source files with what they import, and the circles among them. */
export async function importGraph(): Promise<{ files: SourceFile[]; circles: string[] }> {
  const { output } = await cruise(['src', 'entities', 'importers', 'resolvers'], {
    tsPreCompilationDeps: true,
    exclude: { path: 'node_modules' },
    validate: true,
    ruleSet: { forbidden: [{ name: 'no-circle', severity: 'error', from: {}, to: { circular: true } }] },
  });
  if (typeof output === 'string') throw new Error(output);
  const files = output.modules.filter(({ source }) => own.test(source) && source.endsWith('.ts'));
  return {
    files: files.map(sourceFile),
    circles: output.summary.violations.map(({ from, cycle }) =>
      [from, ...(cycle ?? []).map(({ name }) => name)].join(' → '),
    ),
  };
}

function sourceFile({ source, dependencies }: IModule): SourceFile {
  return {
    path: source,
    imports: dependencies.map(({ resolved, module }) =>
      own.test(resolved) ? { path: resolved, isOwn: true } : { path: module, isOwn: false },
    ),
  };
}
