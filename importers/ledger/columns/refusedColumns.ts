import type { Form } from '../../../src/forms/form.js';
import type { Grid } from '../../reading/grid.js';
import type { Binding } from './bindColumns.js';
import type { Head } from '../head.js';
import { isNameLike, isPersonal, isSurname } from '../personal.js';
import { isTotal } from '../totalRow.js';
import type { ConfirmedWords } from '../words/confirmedWords.js';
import { readApplicant } from '../words/readApplicant.js';
import { outcomeReader } from '../words/readOutcome.js';
import { unknownWord, type Reading } from '../words/Vocabulary.js';

/** Enough lines to tell what a column holds. */
const sampled = 300;
/** More different words than a list of kinds has. */
const mostKinds = 25;

/** Columns whose content is not what their label promises: names under 申请人, a telephone as a number, free text. */
export function refusedColumns(
  grid: Grid,
  head: Head,
  {
    bindings,
    form,
    confirmed,
  }: {
    readonly bindings: readonly Binding[];
    readonly form: Form;
    readonly confirmed: ConfirmedWords;
  },
): ReadonlySet<number> {
  const rows = grid.rows
    .slice(head.lastIndex + 1, head.lastIndex + 1 + sampled)
    .filter((row) => !isTotal(row));
  const refused = new Set<number>();
  const readOutcome = outcomeReader(form);
  for (const { field, columns } of bindings) {
    const [column] = columns;
    if (!column) continue;
    const texts = rows.flatMap(({ cells }) =>
      cells.filter((cell) => cell.column === column.column).map(({ number, text }) => number ?? text),
    );
    const isFree =
      field === 'number'
        ? texts.filter((text) => isPersonal(text) || isNameLike(text)).length * 2 > texts.length
        : Object.hasOwn(confirmed.columns, field)
          ? namesPeople(texts)
          : field === 'applicant'
            ? isFreeText(texts, readApplicant)
            : field === 'outcome'
              ? isFreeText(texts, readOutcome)
              : false;
    if (isFree) refused.add(column.column);
  }
  return refused;
}

/** Whatever an office says of a column of names or telephones: it is not read. */
function namesPeople(texts: readonly string[]): boolean {
  const people = texts.filter(
    (text) => isPersonal(text) || (isSurname(text) && readApplicant(text) === unknownWord),
  );
  return people.length * 2 > texts.length && new Set(people).size > 1;
}

/** Most lines say something of their own that is no word for a kind. */
function isFreeText(texts: readonly string[], read: (text: string) => Reading): boolean {
  const unknown = texts.filter((text) => read(text) === unknownWord);
  const kinds = new Set(unknown).size;
  const isMostlyUnknown = unknown.length * 2 > texts.length;
  const isOwnEach = kinds > mostKinds || (kinds > 4 && kinds * 2 > unknown.length);
  return (
    isMostlyUnknown &&
    (isOwnEach || unknown.some(isPersonal) || unknown.filter(isSurname).length * 2 > texts.length)
  );
}
