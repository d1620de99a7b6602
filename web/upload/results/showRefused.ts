import type { RefusedReport } from '../collectionAnswer.js';
import { element } from '../../shared/element.js';
import { problemNotices } from './notices.js';
import { counted } from '../progressWords.js';
import { showNotice } from './showNotice.js';
import { texts } from './texts.js';

/** What stands beside the reports that were refused. */
export interface RefusedActions {
  /** Where the marked-up workbook of a report is; null when the file was not kept. */
  annotated(report: RefusedReport): HTMLElement | null;
  /** The next page, as long as the first; null when all are here. */
  more: ((after: number) => Promise<readonly RefusedReport[] | null>) | null;
}

/** The reports of a file that were not stored, each with why, a page at a time. */
export function showRefused(
  refused: readonly RefusedReport[],
  heading: string,
  actions: RefusedActions,
): HTMLElement | null {
  if (refused.length === 0) return null;
  const list = element('ul', { class: 'refused' }, ...refused.map((report) => item(report, actions)));
  const section = element('section', { class: 'group error' }, element('h4', {}, `✘ ${heading}`), list);
  const { more } = actions;
  if (more) section.append(moreButton(list, refused, (after) => more(after), actions));
  return section;
}

function moreButton(
  list: HTMLElement,
  shown: readonly RefusedReport[],
  load: (after: number) => Promise<readonly RefusedReport[] | null>,
  actions: RefusedActions,
): HTMLElement {
  let last = shown[shown.length - 1]?.position ?? 0;
  let count = shown.length;
  const state = element('span', { role: 'status' }, texts.listed(counted(count)));
  const button = element('button', { type: 'button', class: 'small' }, texts.listMore);
  button.addEventListener('click', () => void show());
  return element('p', { class: 'links more no-print' }, button, state);

  async function show(): Promise<void> {
    button.disabled = true;
    state.textContent = texts.reading;
    const page = await load(last);
    button.disabled = false;
    if (page === null) {
      state.textContent = texts.notRead;
      return;
    }
    list.append(...page.map((report) => item(report, actions)));
    last = page[page.length - 1]?.position ?? last;
    count += page.length;
    const isAll = page.length < shown.length;
    button.hidden = isAll;
    state.textContent = isAll ? texts.listedAll(counted(count)) : texts.listed(counted(count));
  }
}

function item(report: RefusedReport, actions: RefusedActions): HTMLLIElement {
  const { place, agency, year, problems } = report;
  const notices = problemNotices(problems.filter(({ severity }) => severity !== 'info'));
  // The place of the report stands above; said again it is noise.
  const elsewhere = notices.map((notice) => ({
    ...notice,
    places: notice.places.filter((found) => found !== place),
  }));
  return element(
    'li',
    {},
    element(
      'p',
      { class: 'refused-name' },
      [
        ...(place === null ? [] : [place]),
        agency ?? texts.noName,
        ...(year === null ? [] : [texts.yearOf(year)]),
      ].join(' · '),
      actions.annotated(report),
    ),
    element(
      'ul',
      { class: 'notices' },
      ...elsewhere.map((notice) => showNotice(notice, { report: null, names: null })),
    ),
  );
}
