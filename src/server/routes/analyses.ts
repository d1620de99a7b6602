import type { CellKey } from '../../cells.js';
import { parseKeys } from '../analyses/parseKeys.js';
import type { FastifyInstance } from 'fastify';
import { requireActor } from '../../../resolvers/edge/Context.js';
import { Refusal } from '../../filing/refusal.js';
import { analysisEndings, analysisFiles } from '../analyses/analysisFiles.js';
import { loadComparison } from '../analyses/loadComparison.js';
import { loadOverview } from '../analyses/loadOverview.js';
import { sendAnalysis } from '../analyses/sendAnalysis.js';
import { parseGrouping } from '../analyses/parseGrouping.js';
import { readsOf } from '../reads/readsOf.js';
import { depthOf } from '../depthOf.js';

interface Asked {
  Params: { agency: string; file: string };
  Querystring: Record<string, unknown>;
}

/** Two years compared, and the annual overview, as documents. */
export function analysisRoutes(server: FastifyInstance): void {
  server.get<Asked>('/comparisons/:agency/:file', async (request, reply) => {
    const { params } = request;
    const [, before = '', now = '', ending = ''] = /^(\d{4})-(\d{4})\.([a-z]+)$/.exec(params.file) ?? [];
    requireEnding(ending, `两年比较在 /comparisons/机关代码/2023-2024 之后加 ${analysisEndings}。`);
    const document = await loadComparison(readsOf(request), requireActor(request.actor), {
      agency: params.agency,
      years: [Number(before), Number(now)],
    });
    return sendAnalysis(reply, ending, document);
  });

  server.get<Asked>('/overviews/:agency/:file', async (request, reply) => {
    const { params, query } = request;
    const [, first = '', last, ending = ''] = /^(\d{4})(?:-(\d{4}))?\.([a-z]+)$/.exec(params.file) ?? [];
    requireEnding(
      ending,
      `年度分析在 /overviews/机关代码/年度 或 /overviews/机关代码/2022-2024 之后加 ${analysisEndings}。`,
    );
    const document = await loadOverview(readsOf(request), requireActor(request.actor), {
      agency: params.agency,
      fromYear: Number(first),
      toYear: Number(last ?? first),
      ...parseGrouping(query['by']),
      depth: depthOf(query['depth'], null),
      keys: keysOf(query['keys']),
    });
    return sendAnalysis(reply, ending, document);
  });
}

function requireEnding(ending: string, where: string): void {
  if (!analysisFiles[ending]) throw new Refusal('NOT_FOUND', `没有这个地址。${where}`);
}

/** The cells by their names, with commas between; null when none is named. */
function keysOf(given: unknown): CellKey[] | null {
  if (given === undefined || given === '') return null;
  if (typeof given === 'string' && given.length <= 2000) return parseKeys(given);
  throw new Refusal('INVALID_REQUEST', 'keys 应为用逗号隔开的格名。', ['keys']);
}
