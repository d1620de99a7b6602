import type { ReportsPart } from '../../../../importers/collection/collectionPart.js';
import { problem, type Problem } from '../../../problems/problem.js';
import type { CollectionFile } from './collectionFile.js';

/** What is said of a file from which neither a report nor a fault came. */
export function nothingFound({ bytes }: Pick<CollectionFile, 'bytes'>): ReportsPart {
  const problems: Problem[] = [
    problem(
      'NO_FORM_FOUND',
      '文件里没有找到报告：既没有统计表，也没有带机关和格名的一览表。请核对是否传错了文件。',
    ),
  ];
  const read = { format: null, encoding: null, reports: [], problems };
  return { kind: 'reports', ...read, bytesRead: bytes.byteLength };
}
