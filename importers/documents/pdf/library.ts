import { ownPush } from './ownPush.js';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

export { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

// The build of pdf.js that runs on this Node replaces Array.prototype.push for the whole process, for the sake of one
// error message of old browsers, by one that takes several times as long. Reading a PDF is a third faster without it.
Array.prototype.push = ownPush;
