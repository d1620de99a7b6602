import { element } from './element.js';
import type { FileAnswer, ReportAnswer } from './importAnswer.js';
import { allNotices, countOf, fileNotices, reportNotices } from './notices.js';
import { showNotices } from './showNotices.js';
import { aboutReport, showReport } from './showReport.js';
import type { ResultActions } from './showResults.js';
import { showNextStep, showStatus } from './showStatus.js';
import { countWords } from './statusWords.js';

const formatWords: Readonly<Record<string, string>> = {
  xlsx: 'Excel 工作簿（.xlsx）',
  xls: 'Excel 97-2003 工作簿（.xls）',
  et: 'WPS 表格（.et）',
  ods: 'ODF 表格（.ods）',
  xlsb: 'Excel 二进制工作簿（.xlsb）',
  html: '网页表格',
  csv: 'CSV 或制表符文本',
  txt: '文本',
  json: 'JSON',
};

/** One uploaded file. A report that is alone in its file has the status of the file. */
export function showFile(file: FileAnswer, position: number, actions: ResultActions): HTMLElement {
  const notices = allNotices(file);
  const [first] = file.reports;
  const alone = file.reports.length === 1;
  return element(
    'article',
    { class: 'file', id: `file-${position}`, 'aria-labelledby': `file-heading-${position}` },
    element('h3', { id: `file-heading-${position}`, tabindex: '-1' }, file.file),
    showStatus(
      { status: file.status, version: alone && first ? first.version : null },
      notices,
      actions.dryRun,
    ),
    element(
      'p',
      { class: 'about' },
      [...(alone && first ? [aboutReport(first)] : []), ...reading(file)].join(' · '),
    ),
    showNextStep(file.status, notices),
    ...showNotices(fileNotices(file), { report: null, names: null }),
    ...(alone && first
      ? [showReport(first, actions, true)]
      : file.reports.map((report, index) => foldedReport(report, index, actions))),
    file.original === null
      ? null
      : element(
          'p',
          { class: 'links no-print' },
          actions.downloadButton('下载留存的原件', file.original, file.file),
          actions.downloadButton(
            '下载标注错误的表',
            `${file.original}/annotated.xlsx`,
            `${file.file.replace(/\.[^.]+$/, '')}-标注.xlsx`,
          ),
        ),
  );
}

/** One of many in a collection: open when there is something to do. */
function foldedReport(report: ReportAnswer, index: number, actions: ResultActions): HTMLElement {
  const notices = reportNotices(report);
  const name = report.agency ?? `第 ${index + 1} 份报告`;
  const year = report.year === null ? '' : ` ${report.year} 年度`;
  return element(
    'details',
    { class: 'folded', open: countOf(notices, 'error') > 0 || report.status === 'REJECTED' },
    element('summary', {}, `${name}${year}：${countWords(notices)}`),
    showReport(report, actions, false),
  );
}

function reading({ format, encoding, reports }: FileAnswer): string[] {
  return [
    format === null ? '不认识的文件' : (formatWords[format] ?? format),
    ...(encoding === null ? [] : [`${encoding.toUpperCase()} 编码`]),
    ...(reports.length > 1 ? [`${reports.length} 份报告`] : []),
  ];
}
