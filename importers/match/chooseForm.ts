import { shortened } from '../../src/text/shortened.js';
import { tablesOf } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { formById, forms } from '../../src/forms/index.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import type { Grid } from '../reading/grid.js';
import { normalizeLabel } from './labels.js';

/** The very hidden sheet our blank workbooks carry, so that a filled one says which form it is. */
export const markerSheet = 'nianbao';

/** The sheets our annotated workbooks carry beside the report: what was wrong, and what was cleaned up. */
export const annotationSheets = ['错误清单', '清理记录'] as const;

/** A sheet that lists faults of the report is not part of it. */
export function isAnnotation({ name }: Pick<Grid, 'name'>): boolean {
  return annotationSheets.some((own) => own === name);
}

export type FormChoice = { readonly form: Form } | { readonly problem: Problem };

/** Texts printed on a form that mean a row of any table, and texts printed on no other form. */
interface Vocabulary {
  readonly form: Form;
  readonly all: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
}

const vocabularies: readonly Vocabulary[] = forms.map((form) => {
  const all = textsOf(form);
  const elsewhere = new Set(forms.filter((other) => other !== form).flatMap((other) => [...textsOf(other)]));
  return { form, all, rows: rowTextsOf(form), own: new Set([...all].filter((text) => !elsewhere.has(text))) };
});

/** Two forms in one file when each shows this many texts of its own. */
const mixed = 3;

/** Which form the sheets are on, from the texts that only one form prints. */
export function chooseForm(grids: readonly Grid[], year: number | null, isTitled: boolean): FormChoice {
  const marked = markedForm(grids);
  if (marked !== null && !formById(marked))
    return {
      problem: problem(
        'FORM_UNKNOWN',
        `文件标明用的是 ${shortened(marked, 10)} 年统一格式，本系统不认识。请下载报告年度的空白表重新填报。`,
      ),
    };
  const texts = textsIn(grids);
  const scores = vocabularies
    .map(({ form, all, own }) => ({ form, all: overlap(texts, all), own: overlap(texts, own) }))
    .sort((left, right) => right.own - left.own);
  const [best, second] = scores;
  if (!best || Math.max(...scores.map(({ all }) => all)) < 3) return { problem: noForm(year, isTitled) };
  if (second && second.own >= mixed && best.own < 2 * second.own)
    return {
      problem: problem(
        'FORM_UNKNOWN',
        `文件里 ${best.form.id} 年和 ${second.form.id} 年统一格式的栏目混在一起，不能确定用的是哪一个。请下载报告年度的空白表重新填报。`,
      ),
    };
  if (best.own > 0 && best.own !== second?.own) return { form: best.form };
  const fallback =
    (marked !== null && formById(marked)) ||
    forms.find(({ firstYear, lastYear }) => year !== null && firstYear <= year && year <= (lastYear ?? year));
  return fallback
    ? { form: fallback }
    : {
        problem: problem(
          'FORM_UNKNOWN',
          '从表格看不出用的是哪一年的统一格式。请在标题中写明年度，或下载空白表重新填报。',
        ),
      };
}

function noForm(year: number | null, isTitled: boolean): Problem {
  const [oldest] = forms;
  if (isTitled && year !== null && oldest && year < oldest.firstYear)
    return problem('FORM_UNKNOWN', `${year} 年度报告早于 ${oldest.id} 年统一格式，本系统不认识当时的表格。`);
  return problem(
    'NO_FORM_FOUND',
    '没有找到政府信息公开工作年度报告的统计表。请确认上传的是年报表格；也可以下载空白表，把数字填入后上传。',
  );
}

function markedForm(grids: readonly Grid[]): string | null {
  const marker = grids.find(({ name, hidden }) => hidden && name === markerSheet);
  const row = marker?.rows.find(({ cells }) => cells[0]?.text.trim() === 'form');
  return row?.cells[1]?.text.trim() ?? null;
}

function textsIn(grids: readonly Grid[]): Set<string> {
  const texts = new Set<string>();
  for (const grid of grids)
    if (grid.name !== markerSheet)
      for (const { cells } of grid.rows)
        for (const { text, number } of cells)
          if (number === null && text.length <= 100) {
            texts.add(normalizeLabel(text));
            // 行政许可 8 0 97 in flattened text: each word by itself.
            if (grid.kind === 'text' && /\s/.test(text.trim()))
              for (const word of text.trim().split(/\s+/)) texts.add(normalizeLabel(word));
          }
  return texts;
}

/** How many rows of any form a sheet names. */
export function rowLabelsIn(grid: Grid): number {
  const texts = textsIn([grid]);
  return Math.max(...vocabularies.map(({ rows }) => overlap(texts, rows)));
}

function rowTextsOf(form: Form): Set<string> {
  return new Set(tablesOf(form).flatMap(({ rows }) => rows.map(({ label }) => normalizeLabel(label))));
}

function textsOf(form: Form): Set<string> {
  const texts = new Set<string>();
  for (const table of tablesOf(form))
    for (const line of [...table.rows, ...table.columns])
      for (const label of [line.label, ...(line.aliases ?? [])]) texts.add(normalizeLabel(label));
  return texts;
}

function overlap(texts: ReadonlySet<string>, vocabulary: ReadonlySet<string>): number {
  let count = 0;
  for (const text of vocabulary) if (texts.has(text)) count++;
  return count;
}
