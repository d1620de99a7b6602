const applicants = ['公民', '公民', '公民', '公民', '商业企业', '科研机构', '法律服务机构', '社会公益组织'];
const outcomes = [
  ...['予以公开', '予以公开', '予以公开', '部分公开', '属于国家秘密', '危及“三安全一稳定”'],
  ...['本机关不掌握相关政府信息', '没有现成信息需要另行制作', '补正后申请内容仍不明确', '重复申请'],
  ...['信访举报投诉类申请', '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
];
const dayMilliseconds = 86_400_000;

function dayText(number) {
  return new Date(number * dayMilliseconds).toISOString().slice(0, 10);
}

/** A ledger of so many requests as an office keeps it, with the columns that are dropped. */
export function ledgerText(lines, year) {
  const first = Date.UTC(year, 0, 1) / dayMilliseconds;
  const rows = [
    '序号,申请编号,申请人姓名,申请人类型,联系电话,申请内容,申请方式,收到日期,是否延期,答复日期,答复类型,复议结果',
  ];
  for (let index = 0; index < lines; index += 1) {
    const received = first + ((index * 7) % 340);
    const answered = received + 5 + ((index * 11) % 25);
    const isOpen = index % 50 === 0;
    rows.push(
      [
        ...[index + 1, `${year}-${String(index + 1).padStart(6, '0')}`, '张某某'],
        ...[applicants[index % applicants.length], '13900001111', `关于某地块第${index}号征收批复的公开申请`],
        ...[index % 3 === 0 ? '在线' : '邮寄', dayText(received), index % 20 === 0 ? '是' : '否'],
        ...[isOpen ? '' : dayText(answered), isOpen ? '' : outcomes[(index * 5) % outcomes.length]],
        index % 200 === 0 ? '维持' : '',
      ].join(','),
    );
  }
  return `\uFEFF${rows.join('\r\n')}\r\n`;
}
