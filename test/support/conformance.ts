import { readdir, readFile } from 'node:fs/promises';
import { blankValues, cellsOf, type CellKey, type Values } from '../../src/cells.js';
import type {
  AgencyFacts,
  AgencyName,
  CheckInput,
  Finding,
  Numbers,
  Prose,
  Requirements,
  Schedule,
} from '../../src/checks/check.js';
import type { Form } from '../../src/forms/form.js';
import { formById } from '../../src/forms/index.js';
import { withCells } from './drafts.js';

/** conformance/README.md says what each of these means. */
type CellTexts = Readonly<Record<CellKey, string | null>>;
type ProseChanges = Partial<Omit<Prose, 'sections'>> & {
  readonly sections?: Readonly<Record<string, string>>;
};

interface NumbersCase {
  readonly form?: string;
  readonly start?: 'base' | 'zeros';
  readonly values?: CellTexts;
}

export type ExpectedFinding = Omit<Finding, 'message'>;

export interface ConformanceCase extends NumbersCase {
  readonly name: string;
  readonly findings: readonly ExpectedFinding[];
  readonly year?: number | null;
  readonly lastYear?: NumbersCase & { readonly prose?: ProseChanges };
  readonly prose?: ProseChanges;
  readonly agency?: AgencyFacts;
  readonly schedule?: Schedule;
  readonly requirements?: Requirements;
  readonly children?: {
    readonly filed: readonly (NumbersCase & AgencyName)[];
    readonly missing: readonly AgencyName[];
  };
  readonly uscc?: string;
}

export interface ConformanceFile {
  readonly rule: string;
  readonly version: number;
  readonly cases: readonly ConformanceCase[];
}

interface Base {
  readonly values: Readonly<Record<string, CellTexts>>;
  readonly prose: Prose;
}

const folder = new URL('../../conformance/', import.meta.url);
const baseFile = 'base.json';
const base = JSON.parse(await readFile(new URL(baseFile, folder), 'utf8')) as Base;

export async function conformanceFiles(): Promise<ConformanceFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== baseFile);
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return texts.map((text) => JSON.parse(text) as ConformanceFile);
}

/** What a case gives to the rules about reports. */
export function inputOf({
  year,
  agency,
  schedule,
  requirements,
  lastYear,
  prose,
  children,
  ...own
}: ConformanceCase): CheckInput {
  const numbers = numbersOf(own, own.form);
  return {
    ...numbers,
    year: year ?? null,
    agency,
    schedule,
    requirements,
    prose: prose && proseOf(prose, numbers.form),
    lastYear: lastYear && {
      ...numbersOf(lastYear, own.form),
      prose: lastYear.prose && proseOf(lastYear.prose, numbers.form),
    },
    children: children && {
      filed: children.filed.map((child) => ({ ...child, ...numbersOf(child, own.form) })),
      missing: children.missing,
    },
  };
}

function numbersOf({ form: id, start = 'base', values = {} }: NumbersCase, ownForm = '2021'): Numbers {
  const form = formById(id ?? ownForm);
  if (!form) throw new Error(`there is no form ${id}`);
  return { form, values: withCells(form, startOf(form, start), values) };
}

function startOf(form: Form, start: 'base' | 'zeros'): Values {
  if (start === 'zeros') return cellsOf(form).map(() => 0n);
  return withCells(form, blankValues(form), base.values[form.id] ?? {});
}

function proseOf({ sections, ...changes }: ProseChanges, form: Form): Prose {
  const titles = new Map(form.sections.map(({ id, title }) => [id, title]));
  const texts = new Map(base.prose.sections.map(({ id, text }) => [id, text]));
  for (const [id, text] of Object.entries(sections ?? {})) texts.set(id, text);
  return {
    ...base.prose,
    ...changes,
    sections: [...titles]
      .map(([id, title]) => ({ id, title, text: texts.get(id) ?? '' }))
      .filter(({ text }) => text !== ''),
  };
}
