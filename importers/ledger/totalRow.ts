import type { GridRow } from '../reading/grid.js';

const total = /^(?:.{0,6}(?:合计|总计|小计|累计|共计)|共.{0,6}件)/;

/** 填表人：某某, 审核人, 单位（盖章）: what stands below a table. */
const footer = /^(?:填表|制表|填报|审核|复核|负责|经办|联系|单位|日期|备注|说明|注)[^:：]{0,8}[:：]/;
const day = /\d{4}[-/.年]\d|\d月\d/;

/** A line that sums up others, or says who filled in the table. One that names a day is neither. */
export function isTotal({ cells }: GridRow): boolean {
  const texts = cells.slice(0, 3).map(({ text }) => text.replace(/\s/g, ''));
  if (footer.test(texts[0] ?? '')) return true;
  return (
    texts.some((text) => total.test(text)) &&
    !cells.some(({ serial, text }) => serial !== undefined || day.test(text))
  );
}
