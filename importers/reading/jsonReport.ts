import { z } from 'zod';
import { cellsOf, findCell, formatValue, parseValue, type CellKey, type FormCell } from '../../src/cells.js';
import { formById } from '../../src/forms/index.js';
import type { Form } from '../../src/forms/form.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import { shortened } from '../../src/text/shortened.js';
import { wholeText } from '../../src/text/wholeText.js';
import type { DraftCell, ReadOptions, ReportDraft } from '../draft/draft.js';
import { fillBlanks } from '../match/fillBlanks.js';
import { RefusedFile } from '../files/refusedFile.js';
import { dayOfUtc } from '../../src/season/chinaDay.js';
import { impossibleYear, isPossibleYear } from '../../src/season/possibleYear.js';

const written = z.string().transform(wholeText);

/** The JSON export of a report. Other properties are left alone. */
const exported = z.object({
  form: z.string(),
  year: z.number().int().nullable(),
  agency: written.nullable(),
  cells: z.record(z.string(), written.nullable()),
  sections: z.array(z.object({ id: written, title: written, text: written })).default([]),
  headings: z.array(written).nullable().default(null),
  datedOn: z.iso
    .date()
    .transform((day) => dayOfUtc(new Date(day)))
    .nullable()
    .default(null),
});

/** Reads back the JSON export of a report; any other JSON is refused. */
export function jsonReport(text: string, { blanksAreZero }: ReadOptions): ReportDraft {
  const parsed = exported.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new RefusedFile(
      'UNSUPPORTED_FORMAT',
      '这个 JSON 文件不是本系统导出的报告（缺少 form、year、agency、cells，或它们的写法不对）。请上传导出的 JSON，或改用 .xlsx。',
    );
  const { form: formId, year, agency, cells, sections, headings, datedOn } = parsed.data;
  if (year !== null && !isPossibleYear(year))
    throw new RefusedFile('YEAR_UNKNOWN', `${impossibleYear(year)}请核对 year 一项。`);
  const form = formById(formId);
  if (!form)
    throw new RefusedFile(
      'FORM_UNKNOWN',
      `JSON 文件写明的统一格式“${formId}”不认识。请核对 form 一项，或下载报告年度的空白表重新填报。`,
    );
  requireSections(form, sections);
  const problems: Problem[] = unknownCells(form, Object.keys(cells));
  const read = new Map(
    cellsOf(form).map((cell): [CellKey, DraftCell] => {
      const raw = cells[cell.key] ?? null;
      return [cell.key, { value: raw === null ? null : readValue(cell, raw, problems), raw, at: null }];
    }),
  );
  const refused = new Set(problems.flatMap(({ cell }) => cell ?? []));
  const filled = blanksAreZero ? fillBlanks(form, read, refused) : read;
  const prose = { sections, headings: headings ?? [], datedOn };
  return { form: form.id, year, agency, cells: Object.fromEntries(filled), ...prose, problems };
}

/** Text of a section that the form has not would be lost, and of one that stands twice, one of the two. */
function requireSections(form: Form, sections: readonly { readonly id: string }[]): void {
  const ids = sections.map(({ id }) => id);
  const wrong = ids.find(
    (id, index) => ids.indexOf(id) !== index || !form.sections.some((known) => known.id === id),
  );
  if (wrong === undefined) return;
  const known = form.sections.map(({ id }) => id).join('、');
  throw new RefusedFile(
    'UNSUPPORTED_FORMAT',
    `JSON 的 sections 里的“${shortened(wrong, 50)}”不是统一格式的一部分，或写了两次。可用：${known}，各写一次。`,
  );
}

const refusals = {
  NOT_A_NUMBER: '不是数字。请改为数字；没有的填 null',
  NOT_WHOLE: '不是整数。请改为整数',
  TOO_PRECISE: '小数超过六位（不足一分）。请按万元填写，保留四位小数',
  OUT_OF_RANGE: '大得不可能。请核对后改正',
};

function readValue(cell: FormCell, raw: string, problems: Problem[]): string | null {
  const parsed = parseValue(cell.column, raw);
  if ('value' in parsed) return formatValue(cell.column, parsed.value);
  problems.push(
    problem(
      parsed.refused,
      `「${cell.row.label}」“${cell.column.label}”列的“${raw}”${refusals[parsed.refused]}。`,
      { cell: cell.key },
    ),
  );
  return null;
}

function unknownCells(form: Form, keys: readonly string[]): Problem[] {
  return keys
    .filter((key) => !findCell(form, key))
    .map((key) =>
      problem('CELL_UNKNOWN', `${form.id} 年统一格式里没有“${key}”这一格。请核对格的名称后重新上传。`),
    );
}
