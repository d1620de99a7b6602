/** What this commit must need of the time of b082cc8, the commit these were set beside. */
const aims = [
  { part: 'check', row: /按全部规则核对/, column: 1, most: 0.15 },
  { part: 'check', row: /重新核对并保存/, column: 1, most: 0.4 },
  { part: 'rollup', row: /PostgreSQL：160000 份/, column: 5, most: 0.2 },
  { part: 'lists', row: /findings：/, column: 1, most: 0.05 },
  { part: 'lists', row: /auditTrail：/, column: 1, most: 0.05 },
];
const setBeside = 'b082cc8';

/** How a ratio stands to its aim, as words behind it; empty where there is none. */
export function aimOf(commit, part, { name, column }, ratio) {
  if (!commit.startsWith(setBeside)) return '';
  const aim = aims.find((each) => each.part === part && each.column === column && each.row.test(name));
  if (!aim) return '';
  return ` [${ratio <= aim.most ? '达到 met' : '未达到 MISSED'} ≤ ${aim.most}]`;
}
