import { Refusal } from '../refusal.js';
import { requiredText, text, type AgencyField, type FieldValue } from './agencyField.js';
import { agencyFields, type AgencyFields } from './agencyFields.js';

/** The code of an agency: any unique string of the operator's choosing. */
const anyCode = requiredText('机关代码', { headings: ['代码', '机关代码', 'code'] });

/** What cannot be seen in a code makes two of what looks like one. */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|[^\S ]/u;

export const codeField: typeof anyCode = {
  ...anyCode,
  refusals: (value) =>
    unseen.test(value)
      ? [new Refusal('INVALID_REQUEST', '机关代码里有看不见的字符（例如零宽空格、换行）。请重新输入。')]
      : anyCode.refusals(value),
};

/** One agency in a table of agencies. */
export interface AgencyLine extends AgencyFields {
  readonly code: string;
  /** The code of the agency it was merged into. */
  readonly successor: string | null;
}

/** A column of a table of agencies: its names in the head, the first of which is printed, and its texts. */
export interface AgencyColumn {
  readonly property: keyof AgencyLine;
  readonly headings: AgencyField<FieldValue>['headings'];
  readonly print: (line: AgencyLine) => string;
  /** undefined when the text cannot be read. */
  readonly parse: (text: string) => Partial<AgencyLine> | undefined;
}

const columns: Readonly<Record<keyof AgencyLine, AgencyField<FieldValue>>> = {
  code: codeField,
  ...agencyFields,
  successor: text({ headings: ['并入代码', 'successor'] }),
};

export const agencyTable: readonly AgencyColumn[] = (Object.keys(columns) as (keyof AgencyLine)[]).map(
  (property) => {
    const field = columns[property];
    return {
      property,
      headings: field.headings,
      print: (line) => field.print(line[property]),
      parse: (given) => {
        const value = field.parse(given);
        return value === undefined ? undefined : { [property]: value };
      },
    };
  },
);
