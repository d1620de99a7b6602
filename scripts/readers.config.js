// Vite for what reads files: a reader begins with two files instead of a hundred and fifty.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = (name) => `${root}dist/importers/${name}.js`;
const readers = ['worker/readWorker', 'collection/collectionWorker'];

export default defineConfig({
  root,
  // Packages stay where they are.
  ssr: { external: true },
  build: {
    ssr: true,
    outDir: `${root}dist/importers`,
    emptyOutDir: false,
    copyPublicDir: false,
    minify: false,
    target: 'node20',
    rolldownOptions: {
      input: Object.fromEntries(readers.map((name) => [name, compiled(name)])),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
