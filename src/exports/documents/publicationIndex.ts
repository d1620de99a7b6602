import { escaped } from './documentHtml.js';
import type { PrintedDocument } from './printedDocument.js';

/** One file of the folder for a website. */
export interface PublishedFile {
  readonly name: string;
  readonly words: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The page of the folder: what was published, when, and every form it can be had in. */
export function publicationIndex(
  { title, standing }: Pick<PrintedDocument, 'title' | 'standing'>,
  files: readonly PublishedFile[],
): string {
  const lines = files.map(
    ({ name, words, sha256, bytes }) =>
      `<tr><td><a href="${escaped(name)}">${escaped(words)}</a></td><td>${Math.ceil(bytes / 1024)} KB</td><td>${sha256}</td></tr>`,
  );
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.75 sans-serif; color: #000; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #000; padding: 0.25rem 0.5rem; text-align: left; overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(standing)}</p>
<table>
<thead><tr><th scope="col">文件</th><th scope="col">大小</th><th scope="col">SHA-256</th></tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>
</main>
</body>
</html>
`;
}
