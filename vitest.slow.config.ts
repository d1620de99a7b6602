import { defineConfig, mergeConfig } from 'vitest/config';
import common from './vitest.config.js';

/** What takes long or needs programs that not everybody has: LibreOffice, a season in the browser, faults. */
export default defineConfig(
  mergeConfig(common, { test: { include: ['test/**/*.slow.test.ts'], exclude: ['**/node_modules/**'] } }),
);
