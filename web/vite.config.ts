import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Chrome 87 is what the browsers of offices are built on (360, QQ, UOS). */
export default defineConfig({
  root: at('.'),
  base: '/',
  publicDir: at('public'),
  plugins: [vue()],
  build: {
    outDir: at('../dist/web'),
    emptyOutDir: true,
    target: 'chrome87',
    cssTarget: 'chrome87',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
  },
});
