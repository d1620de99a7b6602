import { entriesOf } from '../../src/cells.js';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileDraft } from '../../importers/draft/draft.js';
import { readFile } from '../../importers/worker/readFile.js';
import { problemCodes } from '../../src/problems/problemCodes.js';

const saved = (name: string): Buffer => readFileSync(new URL(`../fixtures/formats/${name}`, import.meta.url));

/** What may happen to a file on its way. Places and lengths are parts of the whole file. */
type Damage =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'lose' | 'repeat'; readonly at: number; readonly length: number };

const part = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const damages = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('flip' as const), at: part, bit: fc.nat(7) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: part }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom('lose' as const, 'repeat' as const),
        at: part,
        length: fc.double({ min: 0, max: 0.1, noNaN: true }),
      }),
    },
  ),
  { minLength: 1, maxLength: 6 },
);

function damaged(bytes: Buffer, damage: Damage): Buffer {
  const at = Math.floor(damage.at * bytes.length);
  if (damage.kind === 'cut') return bytes.subarray(0, at);
  if (damage.kind === 'flip') {
    const changed = Buffer.from(bytes);
    if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << damage.bit);
    return changed;
  }
  const end = at + Math.floor(damage.length * bytes.length);
  const piece = bytes.subarray(at, end);
  return Buffer.concat([
    bytes.subarray(0, at),
    ...(damage.kind === 'repeat' ? [piece, piece] : []),
    bytes.subarray(end),
  ]);
}

function expectAnswer({ problems, reports }: FileDraft): void {
  const all = [...problems, ...reports.flatMap((report) => report.problems)];
  if (reports.length === 0) expect(all.map(({ severity }) => severity)).toContain('error');
  for (const { code, message } of all) {
    expect(Object.keys(problemCodes)).toContain(code);
    expect(code).not.toBe('INTERNAL');
    expect(message).toMatch(/[一-鿿]/);
  }
}

const digits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^0-9.]/g, '')
    .replace(/^0+(?=\d)|(\.\d*?)0+$/g, '$1')
    .replace(/\.$/, '');

test.each(['utf8.csv', 'gb18030.csv', 'utf16.txt'])(
  'of a damaged %s, a value is a number that stands in the file, or there is none',
  async (name) => {
    const whole = saved(name);
    await fc.assert(
      fc.asyncProperty(damages, async (all) => {
        const bytes = all.reduce(damaged, whole);
        const draft = await readFile(bytes, name, { blanksAreZero: false });
        expectAnswer(draft);
        const text = new TextDecoder(draft.encoding?.replace('-bom', '') ?? 'utf-8').decode(bytes);
        for (const { cells, problems } of draft.reports) {
          const converted = problems.flatMap(({ code, cell }) => (code === 'UNIT_CONVERTED' ? [cell] : []));
          for (const [key, { value, raw }] of entriesOf(cells)) {
            if (value === null || raw === null) continue;
            expect(text).toContain(raw.replace(/"/g, '""'));
            if (!converted.includes(key)) expect(digits(value)).toBe(digits(raw));
          }
        }
      }),
      { numRuns: 250 },
    );
  },
);

test.each(['report.xlsx', 'report.xls', 'report.ods', 'htmlTable.xls'])(
  'a damaged %s has reports or a cause',
  async (name) => {
    const whole = saved(name);
    await fc.assert(
      fc.asyncProperty(damages, async (all) => {
        expectAnswer(await readFile(all.reduce(damaged, whole), name, { blanksAreZero: false }));
      }),
      { numRuns: 60 },
    );
  },
  120_000,
);
