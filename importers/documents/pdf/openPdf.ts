import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { broken, encrypted } from '../../files/zipEntries.js';
import { getDocument, VerbosityLevel } from './library.js';

/** Opens a PDF for reading its text and lines: no picture is decoded, no font is loaded, nothing is run. */
export async function openPdf(bytes: Buffer): Promise<PDFDocumentProxy> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      // Without these tables the text of fonts that are not embedded is empty, without an error.
      cMapUrl: join(folder, 'cmaps') + sep,
      cMapPacked: true,
      standardFontDataUrl: join(folder, 'standard_fonts') + sep,
      maxImageSize: 1,
      fontExtraProperties: true,
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw encrypted();
    throw broken('PDF 文件不完整或已损坏');
  }
}
