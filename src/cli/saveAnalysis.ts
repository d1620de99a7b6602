import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { AnalysisDocument } from '../exports/analyses/AnalysisDocument.js';
import { analysisEndings, analysisFiles } from '../server/analyses/analysisFiles.js';
import { Failure } from './Failure.js';

/** Writes an analysis in the format that the ending of the file names. */
export async function saveAnalysis(path: string, document: AnalysisDocument): Promise<void> {
  const file = analysisFiles[endingOf(path)];
  if (!file) throw new Failure(`文件名应以 ${analysisEndings} 结尾。`);
  await writeFile(path, await file.write(document));
  console.log(`${document.title}\n已存为 ${path}。`);
}

/** Before anything is opened: whether the ending of a file names a format. */
export function requireAnalysisEnding(path: string): void {
  if (!analysisFiles[endingOf(path)]) throw new Failure(`文件名应以 ${analysisEndings} 结尾。`);
}

function endingOf(path: string): string {
  return extname(path).slice(1).toLowerCase();
}
