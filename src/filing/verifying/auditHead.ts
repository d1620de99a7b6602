import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import type { AuditBreak } from './auditBreaks.js';
import { Refusal } from '../refusal.js';

/** The end of a chain as printed at an earlier time. */
export interface AuditHead {
  readonly chain: string;
  readonly length: number;
  readonly hash: string;
}

export function parseHead(text: string): AuditHead {
  const match = /^(.+):(\d+):([0-9a-f]{64})$/.exec(text.trim());
  const [, chain = '', length = '', hash = ''] = match ?? [];
  if (!match)
    throw new Refusal(
      'INVALID_REQUEST',
      `“${text}”不是链头。请填写 nianbao audit head 打印的一整行（链:条数:哈希值）。`,
      ['head'],
    );
  return { chain, length: Number(length), hash };
}

/** Whoever can rewrite the tables can rewrite the end of the chain too; only a printed one tells. */
export function breaksAgainstHead(
  head: AuditHead,
  entries: readonly AuditEntry[],
  known: readonly AuditBreak[],
): AuditBreak[] {
  const { chain, length, hash } = head;
  if (length === 0) return [];
  const last = entries.at(-1)?.sequence ?? 0;
  if (last < length) {
    if (known.some((each) => each.kind === 'CUT_OFF' && each.chain === chain)) return [];
    return [
      {
        kind: 'CUT_OFF',
        chain,
        sequence: last + 1,
        entry: null,
        message: `链 ${chain}：打印链头时有 ${length} 条，现在只到第 ${last} 条，第 ${last + 1} 条起被截去。`,
      },
    ];
  }
  const entry = entries.find(({ sequence }) => sequence === length);
  if (!entry || entry.hash === hash) return [];
  return [
    {
      kind: 'EDITED',
      chain,
      sequence: length,
      entry: entry.id,
      message: `链 ${chain} 第 ${length} 条的哈希值与打印的链头不同：这一条或它之前的内容被改写过。`,
    },
  ];
}
