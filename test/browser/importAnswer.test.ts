import { expect, test } from 'vitest';
import type { ImportAnswer } from '../../src/server/importUpload.js';
import type { ImportAnswer as PageAnswer } from '../../web/importAnswer.js';

/** A value after its journey as JSON. */
type Sent<Value> = Value extends Date
  ? string
  : Value extends object
    ? { [Key in keyof Value]: Sent<Value[Key]> }
    : Value;

/** Compiles only while the page reads what the server answers. */
const asThePageReadsIt = (answer: Sent<ImportAnswer>): PageAnswer => answer;

test('the page reads what POST /imports answers', () => {
  const answer = { id: null, at: '2025-01-20T08:00:00.000Z', files: [] };
  expect(asThePageReadsIt(answer)).toBe(answer);
});
