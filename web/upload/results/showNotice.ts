import { element } from '../../shared/element.js';
import type { FormNames } from '../formNames.js';
import type { ReportAnswer } from '../importAnswer.js';
import { severityWords, type Notice } from './notices.js';
import { nameCells, shown, showTable } from './showTable.js';
import { texts } from './texts.js';

/** How many addresses are listed before the rest is only counted. */
const listed = 8;

/** A report with the printed names of its cells, where they are known. */
export interface Context {
  readonly report: ReportAnswer | null;
  readonly names: FormNames | null;
}

export function showNotice(notice: Notice, context: Context): HTMLLIElement {
  const { sign, word } = severityWords[notice.severity];
  return element(
    'li',
    { class: `notice ${notice.severity}` },
    element('span', { class: 'badge' }, `${sign} ${word}`),
    element(
      'div',
      {},
      element('p', { class: 'message' }, notice.message),
      sides(notice),
      places(notice),
      cellTable(notice, context),
    ),
    element('span', { class: 'code' }, notice.code),
  );
}

function sides({ sides }: Notice): HTMLElement | null {
  if (!sides) return null;
  return element(
    'p',
    { class: 'sides' },
    ...[texts.left, 'left', texts.right, 'right', texts.difference, 'difference'].map((part) =>
      part === 'left' || part === 'right' || part === 'difference'
        ? element('b', {}, sides[part] ?? texts.withBlanks)
        : part,
    ),
  );
}

function places({ places }: Notice): HTMLElement | null {
  if (places.length === 0) return null;
  const more = places.length > listed ? texts.andMore(places.length) : '';
  return element(
    'p',
    { class: 'places' },
    texts.places,
    ...places
      .slice(0, listed)
      .flatMap((place, index) => [index > 0 ? '、' : null, element('span', { class: 'place' }, place)]),
    more,
  );
}

/** Every cell that the rule looks at, with its printed name and its number. Filled when it is opened. */
function cellTable({ cells }: Notice, { report, names }: Context): HTMLElement | null {
  if (cells.length < 2 || !report) return null;
  const details = element(
    'details',
    { class: 'cells no-print' },
    element('summary', {}, texts.eachCell(cells.length)),
  );
  details.addEventListener(
    'toggle',
    () => {
      const rows = cells.map((key) => {
        const cell = report.cells[key];
        return [cell?.at ?? texts.notInFile, ...nameCells(names?.cells.get(key), key), shown(cell?.value)];
      });
      details.append(showTable([...texts.cellColumns, texts.number], rows));
    },
    { once: true },
  );
  return details;
}
