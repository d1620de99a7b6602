import { flatDocumentReader } from './flatDocumentReader.js';
import { jsonReader } from './jsonReader.js';
import { oldWorkbookReader } from './oldWorkbookReader.js';
import { oldWordReader } from './oldWordReader.js';
import { pdfReader } from './pdfReader.js';
import type { Reader } from './Reader.js';
import { textReader } from './textReader.js';
import { webPageReader } from './webPageReader.js';
import { wordReader } from './wordReader.js';
import { workbookReader } from './workbookReader.js';

/** Every reader, asked in this order; the first that knows the file reads it. A new one is one file and one line. */
export const readers: readonly Reader[] = [
  pdfReader,
  wordReader,
  oldWordReader,
  workbookReader,
  oldWorkbookReader,
  flatDocumentReader,
  webPageReader,
  jsonReader,
  textReader,
];
