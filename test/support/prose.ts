import { cellsOf } from '../../src/cells.js';
import type { AgencyFacts, CheckInput, Finding, Prose } from '../../src/checks/check.js';
import { proseChecks } from '../../src/checks/prose/index.js';
import type { Form } from '../../src/forms/form.js';
import { form2021 } from '../../src/forms/2021.js';
import { withCells } from './drafts.js';

/** Prose that no rule has anything to say about, for the year 2024. */
const sound: Readonly<Record<string, string>> = {
  overview:
    '主动公开信息若干。依申请公开逐件登记。政府信息管理有目录。平台建设有专人。监督保障有培训。工作考核、社会评议、责任追究都有安排。',
  problems: '公开不够及时，已建立台账，每月检查。',
  otherMatters: '本年度没有收取信息处理费。',
};

/** The same as sections of a draft or an input. */
export const soundSections = Object.entries(sound).map(([id, text]) => ({ id, text }));

export function proseOf(
  texts: Readonly<Record<string, string>> = {},
  { headings = null, datedOn = null }: Partial<Prose> = {},
  form: Form = form2021,
): Prose {
  const sections = form.sections.flatMap(({ id, title }) => {
    const text = texts[id] ?? sound[id] ?? '';
    return text === '' ? [] : [{ id, title, text }];
  });
  return { sections, headings, datedOn };
}

/** The numbers that the prose of these tests is compared with. */
export const figures = {
  'requests.received.total': '27',
  'requests.carriedOver.total': '3',
  'requests.outcomesTotal.total': '26',
  'requests.carriedForward.total': '4',
  'remedies.reconsideration.total': '5',
  'remedies.directLitigation.total': '2',
  'remedies.litigationAfterReconsideration.total': '1',
};

/** What the rules about the prose find in it. */
export function proseFindings(prose: Prose | undefined, input: Partial<CheckInput> = {}): Finding[] {
  const { form = form2021 } = input;
  const zeros = cellsOf(form).map(() => 0n);
  const values = withCells(form, zeros, figures);
  const whole: CheckInput = { year: 2024, form, values, prose, ...input };
  return proseChecks.filter((check) => check.appliesTo(form)).flatMap((check) => check.judge(whole));
}

export const bureau: AgencyFacts = { name: '某市某区城市管理局', kind: 'DEPARTMENT', makesRules: false };
