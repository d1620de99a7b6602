import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Without the alias graphql is loaded twice, once as CommonJS and once as a module.
  resolve: { alias: { graphql: 'graphql/index.js' } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/*.slow.test.ts', '**/node_modules/**'],
    pool: 'forks',
    // One for each of two cores; vitest would leave one idle.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
