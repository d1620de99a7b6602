import { Failure } from '../shared/Failure.js';
import { texts } from './texts.js';

/** The fields of POST /imports, as text. */
export type UploadOptions = Readonly<Record<string, string>>;

/** Reads the options from the form. */
export function uploadOptions(form: HTMLFormElement): UploadOptions {
  const data = new FormData(form);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    dryRun: String(text('purpose') !== 'save'),
    year: yearOf(text('year')),
    agency: text('agency'),
    layout: text('layout'),
    blanksAreZero: String(data.has('blanksAreZero')),
    errorPolicy: text('errorPolicy'),
    overwriteCorrections: String(data.has('overwriteCorrections')),
  };
}

/** Takes 2024, 2024年 and full-width digits. */
function yearOf(written: string): string {
  const year = written.normalize('NFKC').replace(/\s*年度?$/, '');
  if (year === '' || /^(19|20|21)\d\d$/.test(year)) return year;
  throw new Failure(texts.yearWrong(written), 0);
}
