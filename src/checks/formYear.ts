import { formForYear } from '../forms/index.js';
import type { Check, RuleText } from './check.js';
import { firstVersion } from './firstVersion.js';

const rule: RuleText = {
  id: 'R-FORM-YEAR',
  severity: 'error',
  basis: '国办公开办函〔2019〕60号（2019、2020年度）、国办公开办函〔2021〕30号（2021年度起）',
  formula: '所用统一格式＝报告年度适用的统一格式',
  versions: [firstVersion],
};

/** A report must be on the form of its year. Not judged while the year is unknown. */
export const formYear: Check = {
  ...rule,
  appliesTo: () => true,
  judge: ({ form, year }) => {
    if (year === null) return [];
    const required = formForYear(year);
    if (required?.id === form.id) return [];
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        cells: [],
        left: form.id,
        right: required?.id ?? null,
        difference: null,
        message: `${year} 年度报告用的是 ${form.id} 年统一格式（${form.document}），${
          required
            ? `应当用 ${required.id} 年统一格式（${required.document}）。请下载该年度的空白表重新填报，或核对年度。`
            : '该年度没有可用的统一格式。请核对年度。'
        }`,
      },
    ];
  },
};
