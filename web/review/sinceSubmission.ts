import { cellsOf, formatValue, valueAt, type CellKey } from '../../src/cells.js';
import type { Numbers } from '../../src/checks/check.js';
import { findingKey } from '../../src/checks/index.js';
import type { Form } from '../../src/forms/form.js';
import { exactValues, proseOf, type SavedReport } from '../form/editing/edits.js';
import { judgeHere } from '../form/editing/judgeEdits.js';

/** A version of a report as the server answers with it. */
export interface EarlierVersion {
  readonly form: Form;
  readonly values: Readonly<Record<CellKey, unknown>>;
  readonly sections: Readonly<Record<string, string>>;
}

interface Change<Key = CellKey> {
  readonly key: Key;
  readonly before: string;
  readonly after: string;
}

/** What is different now: cells, prose, and what the rules say of both. */
export interface Difference {
  readonly cells: readonly Change[];
  readonly sections: readonly Change<string>[];
  readonly resolved: readonly string[];
  readonly introduced: readonly string[];
}

export function differenceSince(before: EarlierVersion, now: SavedReport): Difference {
  const [then, values] = [exactValues(before.form, before.values), exactValues(now.form, now.values)];
  const textIn = ({ form, values: all }: Numbers, key: CellKey) => {
    const cell = cellsOf(form).find((each) => each.key === key);
    const value = valueAt(form, all, key);
    return cell && value != null ? formatValue(cell.column, value) : '';
  };
  const cells = cellsOf(now.form).flatMap(({ key }): Change[] => {
    const change = {
      key,
      before: textIn({ form: before.form, values: then }, key),
      after: textIn({ form: now.form, values }, key),
    };
    return change.before === change.after ? [] : [change];
  });
  const sections = proseOf(now.form, {}).sections.flatMap(({ id }): Change<string>[] => {
    const change = { key: id, before: before.sections[id] ?? '', after: now.sections[id] ?? '' };
    return change.before.trim() === change.after.trim() ? [] : [change];
  });
  const judgedThen = judgeHere(now.facts, {
    form: before.form,
    values: then,
    prose: proseOf(before.form, before.sections),
  });
  const judgedNow = judgeHere(now.facts, { form: now.form, values, prose: proseOf(now.form, now.sections) });
  const [keysThen, keysNow] = [new Set(judgedThen.map(findingKey)), new Set(judgedNow.map(findingKey))];
  return {
    cells,
    sections,
    resolved: judgedThen.filter((each) => !keysNow.has(findingKey(each))).map(({ message }) => message),
    introduced: judgedNow.filter((each) => !keysThen.has(findingKey(each))).map(({ message }) => message),
  };
}

interface Step {
  readonly to: string;
  readonly at: string;
}

/** The submission before the present one; of a report that is back with its office, the last one. null: there was none. */
export function earlierSubmission<Taken extends Step>(status: string, steps: readonly Taken[]): Taken | null {
  const submissions = steps.filter(({ to }) => to === 'SUBMITTED');
  const back = status === 'DRAFT' || status === 'RETURNED';
  return submissions[submissions.length - (back ? 1 : 2)] ?? null;
}
