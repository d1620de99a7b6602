// Writes the pages of docs/ that are printed from the code. Run after a build.
import { writeFileSync } from 'node:fs';
import { englishErrorCatalogue, errorCatalogue } from '../dist/src/problems/errorCatalogue.js';

writeFileSync(new URL('../docs/errors.md', import.meta.url), errorCatalogue());
writeFileSync(new URL('../docs/errors.en.md', import.meta.url), englishErrorCatalogue());
