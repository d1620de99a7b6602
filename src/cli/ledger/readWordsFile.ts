import { readFile } from 'node:fs/promises';
import {
  confirmedWords,
  noWordsConfirmed,
  type ConfirmedWords,
} from '../../../importers/ledger/words/confirmedWords.js';
import type { Form } from '../../forms/form.js';
import { Failure } from '../Failure.js';

/** The words an office has confirmed, from a JSON file. */
export async function readWordsFile(path: string | undefined, form: Form): Promise<ConfirmedWords> {
  if (path === undefined) return noWordsConfirmed;
  let value: unknown;
  try {
    value = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure(`${path} 不是 JSON 文件。`);
    throw new Failure(`${path} 读不出来。请核对路径和文件名。`);
  }
  const words = confirmedWords(value, form);
  if (typeof words === 'string') throw new Failure(`${path}：${words}`);
  return words;
}
