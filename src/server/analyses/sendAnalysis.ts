import type { FastifyReply } from 'fastify';
import type { AnalysisDocument } from '../../exports/analyses/AnalysisDocument.js';
import { Refusal } from '../../filing/refusal.js';
import { downloadName } from '../answers/downloadName.js';
import { analysisEndings, analysisFiles } from './analysisFiles.js';

/** Answers with an analysis, named after its title. */
export async function sendAnalysis(
  reply: FastifyReply,
  ending: string,
  document: AnalysisDocument,
): Promise<FastifyReply> {
  const file = analysisFiles[ending];
  if (!file) throw new Refusal('NOT_FOUND', `没有这种文件。请用 ${analysisEndings}。`);
  return reply
    .header('Content-Disposition', downloadName(`${document.title}.${ending}`))
    .type(file.type)
    .send(await file.write(document));
}
