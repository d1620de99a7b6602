import { problem, type Problem, type ProblemCode } from '../../src/problems/problem.js';

/** Nobody reads more of one kind. */
const most = 100;

/** As many problems of each kind as anybody reads, and how many more there are. */
export function capped(problems: readonly Problem[]): Problem[] {
  const counts = new Map<ProblemCode, number>();
  const kept = problems.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= most;
  });
  const more = [...counts].flatMap(([code, count]) =>
    count > most ? [problem(code, `同类的还有 ${count - most} 处，没有逐一列出。`)] : [],
  );
  return [...kept, ...more];
}
