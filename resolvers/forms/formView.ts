import { cellsOf, commonUnit } from '../../src/cells.js';
import type { RuleText } from '../../src/checks/check.js';
import { checkById, rules } from '../../src/checks/index.js';
import type { Form, Section, Table, Column, Row } from '../../src/forms/form.js';
import { forms } from '../../src/forms/index.js';
import type { Form as FormType, FormSection, FormTable, Rule, Line } from './types.js';

const formViews = new Map<Form, FormType>();
const ruleViews = new Map<RuleText, Rule>();

/** A form as GraphQL shows it. Forms never change, so each view is made once. */
export function formView(form: Form): FormType {
  const known = formViews.get(form) ?? makeForm(form);
  formViews.set(form, known);
  return known;
}

/** The rule that a finding or an explanation names. Rules are never taken away. */
export function ruleWithId(id: string): Rule {
  const rule = rules.find((known) => known.id === id);
  if (!rule) throw new Error(`the rule ${id} is named and does not exist`);
  return ruleView(rule);
}

function ruleView(rule: RuleText): Rule {
  const known = ruleViews.get(rule) ?? makeRule(rule);
  ruleViews.set(rule, known);
  return known;
}

/** Rules of one form, or of all. */
export function rulesOf(form: Form | null): Rule[] {
  return rules.filter((rule) => !form || appliesTo(rule, form)).map(ruleView);
}

/** What is no check of a report, as of the code of an agency, is the same whatever the form. */
function appliesTo({ id }: RuleText, form: Form): boolean {
  return checkById(id)?.appliesTo(form) ?? true;
}

function makeForm(form: Form): FormType {
  const sections = form.sections.map((section) => sectionView(form, section));
  return {
    id: form.id,
    document: form.document,
    firstYear: form.firstYear,
    lastYear: form.lastYear,
    cornerNote: form.cornerNote,
    cellCount: cellsOf(form).length,
    sections,
    tables: sections.flatMap((section) => section.tables),
    get rules() {
      return rulesOf(form);
    },
  };
}

function sectionView(form: Form, section: Section): FormSection {
  return {
    key: section.id,
    numeral: section.numeral,
    title: section.title,
    tables: section.tables.map((table) => tableView(form, table)),
  };
}

function tableView(form: Form, table: Table): FormTable {
  return {
    key: table.id,
    title: table.title,
    columns: table.columns.map(columnLine),
    rows: table.rows.map((row) => ({ key: row.id, label: row.label, group: row.group ?? null })),
    cells: cellsOf(form)
      .filter((cell) => cell.table === table)
      .map((cell) => ({
        key: cell.key,
        row: rowLine(table, cell.row),
        column: columnLine(cell.column),
        quantity: cell.column.quantity,
      })),
  };
}

function makeRule(rule: RuleText): Rule {
  const { id, severity, basis, formula, versions, readyExplanations = [] } = rule;
  return {
    id,
    severity,
    basis,
    formula,
    readyExplanations,
    versions,
    get form() {
      return forms.filter((form) => appliesTo(rule, form)).map(formView);
    },
  };
}

const known = new WeakMap<Column | Row, Line>();

export function columnLine(column: Column): Line {
  return remembered(column, column.unit);
}

export function rowLine(table: Table, row: Row): Line {
  return remembered(row, commonUnit(table));
}

/** Lines are printed once and never change, so each is made once. */
function remembered(line: Column | Row, unit: string): Line {
  const made = known.get(line) ?? { key: line.id, label: line.label, unit };
  known.set(line, made);
  return made;
}
