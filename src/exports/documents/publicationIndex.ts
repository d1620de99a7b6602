import { escapedXml } from '../../text/xmlText.js';
import { pageFrame } from './pageFrame.js';
import type { PrintedDocument } from './printedDocument.js';
import type { Sha256 } from '../../brands/brands.js';

/** One file of the folder for a website. */
export interface PublishedFile {
  readonly name: string;
  readonly words: string;
  readonly sha256: Sha256;
  readonly bytes: number;
}

/** The page of the folder: what was published, when, and every form it can be had in. */
export function publicationIndex(
  { title, standing }: Pick<PrintedDocument, 'title' | 'standing'>,
  files: readonly PublishedFile[],
): string {
  const lines = files.map(
    ({ name, words, sha256, bytes }) =>
      `<tr><td><a href="${escapedXml(name)}">${escapedXml(words)}</a></td><td>${Math.ceil(bytes / 1024)} KB</td><td>${sha256}</td></tr>`,
  );
  return pageFrame(
    title,
    '',
    `<h1>${escapedXml(title)}</h1>
<p>${escapedXml(standing)}</p>
<table>
<thead><tr><th scope="col">文件</th><th scope="col">大小</th><th scope="col">SHA-256</th></tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>`,
  );
}
