import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Limits } from '../../files/limits.js';
import { tooMuchText } from '../../files/overLimit.js';
import { RefusedFile } from '../../files/refusedFile.js';
import { broken } from '../../files/zipEntries.js';
import type { DocumentFile } from '../documentFile.js';
import { noticeProblems } from '../notices.js';
import { documentPages } from './documentPages.js';
import type { Direction, Drawing } from './drawing.js';
import { drawPage } from './drawPage.js';
import type { Matrix } from './geometry.js';
import { openPdf } from './openPdf.js';
import { pageParts } from './pageParts.js';
import type { Page } from './parts.js';

/** Fewer characters than this on all pages are a stamp or a page number on a scan. */
const fewest = 20;

/** Reads a PDF by its geometry: lines and the places of characters decide which number stands in which cell. */
export async function readPdf(bytes: Buffer, limits: Limits): Promise<DocumentFile> {
  const document = await openPdf(bytes);
  try {
    const pages: Page[] = [];
    let characters = 0;
    let seen = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const drawing = await drawnPage(document, number);
      characters += drawing.glyphs.length;
      if (characters > limits.textCharacters) throw tooMuchText(limits);
      seen += drawing.glyphs.filter(({ isSeen, text }) => isSeen && text.trim() !== '').length;
      pages.push(pageParts(drawing));
    }
    if (seen < fewest) throw withoutText();
    const { blocks, notices } = documentPages(pages);
    return { blocks, problems: noticeProblems(notices) };
  } finally {
    await document.destroy();
  }
}

async function drawnPage(document: PDFDocumentProxy, number: number): Promise<Drawing> {
  try {
    const page = await document.getPage(number);
    const drawing = await drawPage(page);
    const turn = turnOf(drawing);
    const upright = turn ? await drawPage(page, turn) : drawing;
    page.cleanup();
    return upright;
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw broken(`PDF 的第${number}页已损坏`, `第${number}页`);
  }
}

/** A page that is drawn lying on its side is turned so that its text stands upright; null when it does. */
function turnOf({ glyphs, page }: Drawing): Matrix | null {
  const counts = new Map<Direction, number>();
  for (const { direction, isStacked } of glyphs)
    if (!isStacked) counts.set(direction, (counts.get(direction) ?? 0) + 1);
  const most = [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 'right';
  const width = page.x1 - page.x0;
  const height = page.y1 - page.y0;
  const turns: Readonly<Record<Direction, Matrix | null>> = {
    right: null,
    up: [0, 1, -1, 0, height, 0],
    left: [-1, 0, 0, -1, width, height],
    down: [0, -1, 1, 0, 0, width],
  };
  return turns[most];
}

function withoutText(): RefusedFile {
  return new RefusedFile(
    'NO_TEXT_LAYER',
    '这个 PDF 是扫描件，只有图像，没有文字，读不出数字。请上传原来的 Word、WPS 文档或表格，或由原文档导出的 PDF。',
  );
}
