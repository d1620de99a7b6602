import { download } from '../shared/download.js';
import { element, fill, find } from '../shared/element.js';
import { Failure } from '../shared/Failure.js';
import type { FormNames } from './formNames.js';
import { texts } from './texts.js';

/** Hands out blank workbooks, each on the form of its year. */
export class BlankStep {
  private readonly years = find('blank-year', HTMLSelectElement);
  private readonly agency = find('blank-agency', HTMLInputElement);
  private readonly state = find('blank-state', HTMLElement);
  private forms: readonly FormNames[] = [];

  constructor(
    private readonly takeToken: () => string,
    private readonly onRefused: (message: string) => void,
  ) {
    // Without a token the forms are not known; the years are.
    this.offerYears(2019);
    find('blank-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.get();
    });
  }

  offer(forms: readonly FormNames[]): void {
    this.forms = forms;
    this.offerYears(Math.min(...forms.map(({ firstYear }) => firstYear)));
  }

  /** A report is written in the January after its year. */
  private offerYears(first: number): void {
    const now = new Date().getFullYear();
    const chosen = this.years.value || String(now - 1);
    const years = Array.from({ length: now - first + 1 }, (_, index) => String(now - index));
    fill(this.years, ...years.map((year) => element('option', { value: year }, texts.yearOf(year))));
    this.years.value = chosen;
    this.years.disabled = false;
  }

  private async get(): Promise<void> {
    const year = Number(this.years.value);
    const agency = this.agency.value.trim();
    try {
      const token = this.takeToken();
      const form = this.forms.find(
        ({ firstYear, lastYear }) => firstYear <= year && (lastYear === null || year <= lastYear),
      );
      if (!form) throw new Failure(texts.formsUnknown, 0);
      this.state.textContent = texts.downloading;
      await download(
        `forms/${form.id}/blank.xlsx?agency=${encodeURIComponent(agency)}&year=${year}`,
        token,
        texts.blankName(year),
      );
      this.state.textContent = texts.blankDownloaded;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.state.textContent = `✘ ${error.message}`;
      if (error.status === 401) this.onRefused(error.message);
    }
  }
}
