import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** Pages for those who work on nianbao itself; all others in docs/ are for users. */
const forEngineers = ['docs/architecture.md', 'docs/corpus.md'];

const docs = readdirSync(new URL('docs/', root))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const pages = [
  'README.md',
  'bench/README.md',
  ...docs.filter((page) => !page.endsWith('.en.md') && !forEngineers.includes(page)),
];

/** How deep each heading stands, and what it quotes as code: that is the same in both languages. */
function headings(page: string): string[] {
  return page
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .split('\n')
    .filter((line) => /^#+ /.test(line))
    .map((line) => `${line.split(' ')[0]} ${(line.match(/`[^`]+`/g) ?? []).join(' ')}`.trim());
}

test.each(pages)('%s has its twin in English, with the same headings', (page) => {
  const twin = page.replace(/\.md$/, '.en.md');
  expect(existsSync(new URL(twin, root))).toBe(true);
  expect(headings(read(twin))).toEqual(headings(read(page)));
  expect(read(page)).toContain(`(${twin.split('/').at(-1)})`);
  expect(read(twin)).toContain(`(${page.split('/').at(-1)})`);
});

test('every English page has its Chinese twin', () => {
  for (const page of docs.filter((name) => name.endsWith('.en.md')))
    expect(docs).toContain(page.replace('.en.md', '.md'));
});

test('a page in English has no Chinese sentence, a page in Chinese no English one', () => {
  for (const page of pages) {
    const twin = page.replace(/\.md$/, '.en.md');
    const chinese = withoutCode(read(page));
    const english = withoutCode(read(twin)).replaceAll('中文', '');
    expect([page, chinese.match(/(?:[a-z]+ ){6,}[a-z]+/g) ?? []]).toEqual([page, []]);
    expect([twin, english.match(/[\u4e00-\u9fff，]{16,}/g) ?? []]).toEqual([twin, []]);
  }
});

test('every decision says when it was made and whether it holds', () => {
  for (const name of readdirSync(new URL('docs/decisions/', root))) {
    const [title = '', , dated = ''] = read(`docs/decisions/${name}`).split('\n');
    expect([name, title]).toEqual([name, expect.stringMatching(/^# \d{4} \S/)]);
    expect(title.slice(2, 6)).toBe(name.slice(0, 4));
    expect([name, dated]).toEqual([
      name,
      expect.stringMatching(/^Date: \d{4}-\d\d-\d\d\. Status: (?:accepted|superseded by \d{4})\.$/),
    ]);
  }
});

test('CHANGELOG.md is by version and date, the newest first', () => {
  const versions = read('CHANGELOG.md')
    .split('\n')
    .filter((line) => line.startsWith('## '));
  expect(versions.length).toBeGreaterThan(1);
  for (const [index, line] of versions.entries())
    expect(line).toMatch(
      index === 0
        ? /^## \d+\.\d+\.\d+（(?:未发布|\d{4}-\d\d-\d\d)）$/
        : /^## \d+\.\d+\.\d+（\d{4}-\d\d-\d\d）$/,
    );
});

function withoutCode(page: string): string {
  return page.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`]*`/g, '');
}
