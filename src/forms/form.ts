/** What blocks, what asks for words, what is only said; the gravest first. 强制性审核 is error, 核实性审核 is explain. */
export const severities = ['error', 'explain', 'warning', 'info'] as const;

export type Severity = (typeof severities)[number];

/**
 * What a cell counts. `count` is a whole number ≥ 0, `change` a whole number that may be negative,
 * `money` an amount in 万元 with up to six decimals.
 */
export type Quantity = 'count' | 'change' | 'money';

/** A row or column as printed on the form. Aliases are spellings seen in published reports. */
export interface Line {
  readonly id: string;
  readonly label: string;
  readonly aliases?: readonly string[];
}

export interface Column extends Line {
  readonly quantity: Quantity;
  /** As a person says it: 件, 项, 万元. */
  readonly unit: string;
}

export interface Row extends Line {
  /** The printed heading that spans this row and its neighbours, e.g. （三）不予公开. */
  readonly group?: string;
}

export interface Table {
  readonly id: string;
  /** The printed block heading, e.g. 第二十条第（一）项. */
  readonly title: string;
  /** `rows`: a printed line a row. `oneLine`: all rows side by side on one printed line, as 四 is. */
  readonly printed: 'rows' | 'oneLine';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** One of the six sections. Prose sections have no tables. */
export interface Section {
  readonly id: string;
  /** 一 to 六. */
  readonly numeral: string;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly tables: readonly Table[];
}

/** One operand. `cell` is a cell key in which `*` stands for each id of the comparison in turn. */
export interface Term {
  readonly cell: string;
  readonly subtracted?: true;
  /** Read from the report of the year before. */
  readonly lastYear?: true;
}

export interface Side {
  /** The side in the words of the form, e.g. 一＋二. */
  readonly words: string;
  readonly terms: readonly Term[];
}

/** `left relation right` must hold for every id in `each`. */
export interface Comparison {
  readonly each: readonly string[];
  readonly left: Side;
  readonly relation: '=' | '≤' | '≥';
  readonly right: Side;
}

/** A cross-check (勾稽关系) that compares sums. */
export interface SumRule {
  readonly id: string;
  readonly severity: Severity;
  /** Where the rule comes from: the sentence printed on the form, the article, or review practice. */
  readonly basis: string;
  /** The rule in words. */
  readonly formula: string;
  /** What the reader of a finding should do. */
  readonly advice: string;
  /** What is said where the left side is 0 and the right one is not: the total was never filled in. */
  readonly leftOut?: string;
  /** Explanations that often apply, to be completed by whoever explains a finding. */
  readonly readyExplanations?: readonly string[];
  readonly comparisons: readonly Comparison[];
}

/** A uniform form (统一格式) and the report years it is for. */
export interface Form {
  readonly id: string;
  /** Document number of the notice that issued it. */
  readonly document: string;
  readonly firstYear: number;
  /** The last report year, or null while the form is in force. */
  readonly lastYear: number | null;
  /** The note printed in the corner of 三. */
  readonly cornerNote: string;
  readonly sections: readonly Section[];
  readonly rules: readonly SumRule[];
}
