import { expect, test } from 'vitest';
import type { Brand } from '../../src/brands/brands.js';
import type { CollectionAnswer } from '../../src/server/imports/importCollectionUpload.js';
import type { ImportAnswer } from '../../src/server/imports/importUpload.js';
import { isCollection, type CollectionAnswer as PageCollection } from '../../web/upload/collectionAnswer.js';
import type { ImportAnswer as PageAnswer } from '../../web/upload/importAnswer.js';

/** A value after its journey as JSON. */
type Sent<Value> = Value extends Date | Brand<string>
  ? string
  : Value extends object
    ? { [Key in keyof Value]: Sent<Value[Key]> }
    : Value;

/** Both compile only while the page reads what the server answers. */
const asThePageReadsIt = (answer: Sent<ImportAnswer>): PageAnswer => answer;
const asThePageReadsCollections = (answer: Sent<CollectionAnswer>): PageCollection => answer;

const answer = { id: null, at: '2025-01-20T08:00:00.000Z', files: [] };

test('the page reads what POST /imports answers', () => {
  expect(isCollection(asThePageReadsIt(answer))).toBe(false);
});

test('the page tells the answer to collections from others', () => {
  const counts = { reportsRead: 0, reportsStored: 0, reportsUnchanged: 0, reportsRejected: 0 };
  const progress = { bytesTotal: 0, bytesRead: 0, ...counts };
  const collection = { ...answer, status: 'DONE', progress, complete: true } as const;
  expect(isCollection(asThePageReadsCollections(collection))).toBe(true);
});
