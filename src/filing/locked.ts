import type { ReportStatus } from '../../entities/reports/ReportStatus.js';
import { problem, type Problem } from '../problems/problem.js';
import { Refusal } from './refusal.js';
import { statusWords } from './statusWords.js';

/** Why the numbers of a report cannot be changed now; undefined when they can. */
export function lockedProblem(status: ReportStatus): Problem | undefined {
  const { open, label, next } = statusWords[status];
  if (open) return undefined;
  return problem('LOCKED', `报告${label}，已经锁定，不能改动，这次没有保存任何内容。${next}。`);
}

/** Refuses a change of a report that is locked. */
export function requireOpen(status: ReportStatus): void {
  const locked = lockedProblem(status);
  if (locked) throw new Refusal('LOCKED', locked.message, ['report']);
}
