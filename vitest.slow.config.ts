import { defineConfig } from 'vitest/config';
import common from './vitest.config.js';

/** What takes long or needs programs that not everybody has: LibreOffice, a season in the browser, faults. */
export default defineConfig({
  ...common,
  test: { ...common.test, include: ['test/**/*.slow.test.ts'], exclude: ['**/node_modules/**'] },
});
