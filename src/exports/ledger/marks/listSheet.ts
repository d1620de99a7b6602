import { escapedXml } from '../../../text/xmlText.js';
import { severityWords } from '../../../checks/severityWords.js';
import type { Mark } from './Mark.js';

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The sheet that says what is wrong; beside the sheets it is about, with a link to each place. */
export function listSheet(marks: readonly Mark[], { isBeside }: { readonly isBeside: boolean }): string {
  const lines = [
    ['位置', '程度', '说明'],
    ...marks.map(({ at, severity, message }) => [at ?? '整个文件', severityWords[severity], message]),
  ];
  const rows = lines.map((texts, index) => {
    const cells = texts.map((text, column) => cellOf(`${'ABC'[column]}${index + 1}`, text));
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  const links = marks.flatMap(({ at }, index) => {
    const split = at?.lastIndexOf('!') ?? -1;
    if (!isBeside || at === null || split < 0) return [];
    const location = `'${at.slice(0, split).replaceAll("'", "''")}'!${at.slice(split + 1)}`;
    return [`<hyperlink ref="A${index + 2}" location="${escapedXml(location)}"/>`];
  });
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">` +
    '<cols><col min="1" max="1" width="22" customWidth="1"/><col min="2" max="2" width="8" customWidth="1"/>' +
    '<col min="3" max="3" width="110" customWidth="1"/></cols>' +
    `<sheetData>${rows.join('')}</sheetData>` +
    (links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '') +
    '</worksheet>'
  );
}

function cellOf(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapedXml(text)}</t></is></c>`;
}
