import { shortened } from '../../src/text/shortened.js';

/** What a cell holds, as a message about its number quotes it. */
export function shortText(text: string): string {
  return shortened(text, 20);
}
