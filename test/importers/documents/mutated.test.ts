import { describe, expect, test } from 'vitest';
import { problemCodes } from '../../../src/problems/problemCodes.js';
import { documentBytes, readDocumentFile } from '../../support/readDocuments.js';

/** The same numbers each run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A file as a bad line, a full disk or a careless program leaves it. */
const harms: Readonly<Record<string, (bytes: Buffer, next: (below: number) => number) => Buffer>> = {
  'cut off': (bytes, next) => bytes.subarray(0, 1 + next(bytes.length - 1)),
  'a byte changed': (bytes, next) => {
    bytes[next(bytes.length)] = next(256);
    return bytes;
  },
  'many bytes changed': (bytes, next) => {
    for (let count = 0; count < 200; count++) bytes[next(bytes.length)] = next(256);
    return bytes;
  },
  'a block of ones': (bytes, next) => {
    const at = next(bytes.length);
    return bytes.fill(0xff, at, Math.min(bytes.length, at + 512));
  },
  'a block of zeros': (bytes, next) => {
    const at = next(bytes.length);
    return bytes.fill(0, at, Math.min(bytes.length, at + 512));
  },
  'a block twice': (bytes, next) => {
    const at = next(bytes.length);
    return Buffer.concat([bytes.subarray(0, at + 700), bytes.subarray(at)]);
  },
};

const page = Buffer.from(
  '<html><head><title>某局2024年政府信息公开工作年度报告</title></head><body><h1>某局2024年政府信息公开工作年度报告</h1><table><tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr></table></body></html>',
);

const files: readonly (readonly [string, () => Buffer, number])[] = [
  ['年报.docx', () => documentBytes('office/bureau.docx'), 12],
  ['年报.doc', () => documentBytes('doc/bureau.doc'), 25],
  ['年报.pdf', () => documentBytes('pdf/bureau.pdf'), 3],
  ['年报.html', () => Buffer.from(page), 25],
];

/** The reading of a file is given up after this time: nothing may come near it, whatever else the machine does. */
const slowest = 30_000;

describe.each(files)('%s, harmed', (name, bytesOf, rounds) => {
  test.each(Object.entries(harms))(
    '%s: it is read or refused with a code and a sentence',
    async (harm, change) => {
      const next = numbersFrom(harm.length * 7919 + name.length);
      for (let round = 0; round < rounds; round++) {
        const before = performance.now();
        const { reports, problems } = await readDocumentFile(change(Buffer.from(bytesOf()), next), name);
        expect(performance.now() - before).toBeLessThan(slowest);
        const told = [...problems, ...reports.flatMap((report) => report.problems)];
        if (reports.length === 0) expect(problems).not.toEqual([]);
        for (const { code, message } of told) {
          expect(Object.keys(problemCodes)).toContain(code);
          expect(code).not.toBe('INTERNAL');
          expect(message).toMatch(/\p{Script=Han}.*。$/su);
        }
      }
    },
  );
});
