import { query } from '../shared/ask.js';

/** What is printed around a cell. */
export interface CellName {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export interface FormNames {
  readonly id: string;
  readonly firstYear: number;
  /** null while the form is in force. */
  readonly lastYear: number | null;
  readonly cells: ReadonlyMap<string, CellName>;
}

interface Line {
  readonly key: string;
  readonly label: string;
}

interface FormAnswer {
  readonly id: string;
  readonly firstYear: number;
  readonly lastYear: number | null;
  readonly tables: readonly {
    readonly key: string;
    readonly title: string;
    readonly columns: readonly Line[];
    readonly rows: readonly (Line & { readonly group: string | null })[];
  }[];
}

const text =
  '{ forms { id firstYear lastYear tables { key title columns { key label } rows { key label group } } } }';

/** The labels of every form, so that the page can call a cell by its printed name. */
export async function loadFormNames(token: string): Promise<readonly FormNames[]> {
  const { forms } = await query<{ forms: readonly FormAnswer[] }>(text, token);
  return forms.map((form) => ({
    id: form.id,
    firstYear: form.firstYear,
    lastYear: form.lastYear,
    cells: new Map(
      form.tables.flatMap((table) =>
        table.rows.flatMap((row) =>
          table.columns.map((column): [string, CellName] => [
            `${table.key}.${row.key}.${column.key}`,
            { table: table.title, row: rowName(row), column: column.label },
          ]),
        ),
      ),
    ),
  }));
}

/** The group 三、本年度办理结果 spans nearly all rows and tells nothing. */
function rowName({ label, group }: { readonly label: string; readonly group: string | null }): string {
  return group && !group.startsWith('三、') ? `${group}·${label}` : label;
}
