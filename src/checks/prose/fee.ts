import { oneLine } from '../../prose/oneLine.js';
import { sentencesOf } from '../../prose/sentences.js';
import type { RuleText } from '../check.js';
import { firstVersion } from '../firstVersion.js';
import { proseCheck, sectionName, sectionOf } from './proseCheck.js';

const rule: RuleText = {
  id: 'P-FEE',
  severity: 'explain',
  basis: '《政府信息公开条例》第四十二条、国办函〔2020〕109号：年度报告应写明收取信息处理费的情况',
  formula: '六中写明是否收取信息处理费（2021 年度起）',
  versions: [
    firstVersion,
    {
      version: 2,
      since: '2026-11-27',
      words: '不写“信息处理费”、只写信息公开“收费”“收取”情况的也算写明',
    },
    {
      version: 3,
      since: '2026-11-28',
      words: '只写“发出收费通知的件数和总金额、实际收取的总金额”的也算写明',
    },
  ],
};

const section = 'otherMatters';
/** Reports before form 2021 were not asked. */
const firstYear = 2021;

const feeName = /信息(?:公开)?处理费/;
/** Without the name of the fee: 政府信息公开未发生收费情况, 依申请公开收取费用0元. */
const chargedForDisclosure =
  /(?:信息公开|依申请公开|公开申请).*(?:收费|收取)|(?:收费|收取).*(?:信息公开|依申请公开|公开申请)/;
/** The words in which the number and the sums are asked for: 发出收费通知的件数和总金额、实际收取的总金额. */
const notices = /收费通知.*(?:件|份|次|元|金额|收取)|(?:实际收取|实收).*(?:总金额|收费通知)/;
/** What says whether it was charged. */
const charged = /收|元|费用|零|无|没有|未/;

export const fee = proseCheck(
  rule,
  ({ form, prose }) => {
    const text = sectionOf(prose, section)?.text ?? '';
    if (sentencesOf(text).some(isFeeStatement)) return [];
    return [
      {
        message: `${sectionName(form, section)}没有写明是否收取信息处理费。请写明收取的件数和金额，没有收取的写明“本年度未收取信息处理费”，或用文字说明。`,
        text: sentencesOf(text)[0],
        section,
      },
    ];
  },
  ({ firstYear: year }) => year >= firstYear,
);

/** To name the fee, or only the 《…信息处理费管理办法》, says nothing. */
export function isFeeStatement(sentence: string): boolean {
  if (!/[费取]/.test(sentence)) return false;
  const said = oneLine(sentence).replace(/《[^《》]*》/g, '');
  return (
    (feeName.test(sentence) && charged.test(said)) || chargedForDisclosure.test(said) || notices.test(said)
  );
}
