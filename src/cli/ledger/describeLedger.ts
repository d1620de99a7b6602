import type { LedgerDocument } from '../../filing/ledger/ledgerDocument.js';
import { ledgerFields, isLedgerField } from '../../ledger/ledgerFields.js';
import { countedTables } from '../../ledger/countCells.js';
import { formById } from '../../forms/index.js';
import { problemLines } from '../describeFile.js';

/** What was counted from a ledger and what is wrong with it, for people. */
export function describeLedger(document: LedgerDocument): string {
  const { file, columns, cases, carriedForward, late, problems } = document;
  return [
    file,
    ...(columns.length > 0
      ? [
          `  认出的列：${columns.map(({ field, label }) => `${isLedgerField(field) ? ledgerFields[field] : field}＝“${label}”`).join('；')}`,
          `  本年度 ${cases} 件，结转下年度 ${carriedForward.length} 件，超期 ${late.length} 件`,
          ...tableLines(document),
        ]
      : []),
    ...problemLines(problems),
  ].join('\n');
}

/** The rows in which anything was counted, with their 总计. */
function tableLines({ form: id, cells }: LedgerDocument): string[] {
  const form = formById(id);
  if (!form) return [];
  return countedTables(form).flatMap((table) =>
    table.rows.flatMap((row) => {
      const counted = table.columns.flatMap((column) => {
        const value = cells[`${table.id}.${row.id}.${column.id}`] ?? '0';
        return value === '0' ? [] : [`${column.label} ${value}`];
      });
      return counted.length > 0 ? [`    ${row.label}：${counted.join('，')}`] : [];
    }),
  );
}
