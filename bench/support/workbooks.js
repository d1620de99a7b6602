import { exportWorkbook } from '../../dist/src/exports/printed/writeWorkbook.js';
import { agencies, sampleReport } from './sampleReports.js';
import { unzip, zip } from './zip.js';

/** Workbooks in the official layout, one report each. */
export async function reportWorkbooks(count, year) {
  const workbooks = [];
  for (let index = 0; index < count; index += 1)
    workbooks.push(await exportWorkbook(sampleReport(index, year)));
  return workbooks;
}

const titleYear = /年政府信息公开工作年度报告/;

/** The same report for another year, as a file of its own; filed anew, it says a little more in its prose. */
export function forYear(workbook, from, to, filedBefore = 0) {
  const parts = unzip(workbook);
  const strings = parts.get('xl/sharedStrings.xml').toString();
  if (!titleYear.test(strings)) throw new Error('the workbook has no title');
  const moved = strings.replace(`${from}年政府`, `${to}年政府`);
  parts.set('xl/sharedStrings.xml', moved.replace('回应社会关切', `$&${'，接受监督'.repeat(filedBefore)}`));
  return zip(parts);
}

/** One workbook with a sheet for each report, its styles and texts shared as Excel shares them. */
export function collectionWorkbook(workbooks) {
  const [first] = workbooks;
  const parts = unzip(first);
  const styles = parts.get('xl/styles.xml').toString();
  const strings = new Map();
  const sheets = workbooks.map((bytes) => {
    const own = unzip(bytes);
    if (own.get('xl/styles.xml').toString() !== styles)
      throw new Error('the workbooks differ in their styles');
    const texts = own
      .get('xl/sharedStrings.xml')
      .toString()
      .match(/<si>.*?<\/si>/gs);
    const shared = texts.map((text) => {
      if (!strings.has(text)) strings.set(text, strings.size);
      return strings.get(text);
    });
    return own
      .get('xl/worksheets/sheet1.xml')
      .toString()
      .replace(/( t="s"><v>)(\d+)/g, (_, before, index) => before + shared[Number(index)]);
  });
  const numbered = sheets.map((_, index) => index + 1);
  sheets.forEach((sheet, index) => parts.set(`xl/worksheets/sheet${index + 1}.xml`, sheet));
  parts.set(
    'xl/sharedStrings.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${strings.size}">${[...strings.keys()].join('')}</sst>`,
  );
  edit(parts, 'xl/workbook.xml', /<sheets>.*<\/sheets>/s, () => {
    const listed = numbered.map(
      (number) =>
        `<sheet sheetId="${number}" name="${agencies[number - 1].name}" state="visible" r:id="sheet${number}"/>`,
    );
    return `<sheets>${listed.join('')}</sheets>`;
  });
  edit(
    parts,
    'xl/_rels/workbook.xml.rels',
    /<Relationship [^>]*worksheets\/[^>]*>(?=.*<\/Relationships>)/gs,
    () => '',
  );
  edit(parts, 'xl/_rels/workbook.xml.rels', /<\/Relationships>/, (end) => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
    const listed = numbered.map(
      (number) => `<Relationship Id="sheet${number}" Type="${type}" Target="worksheets/sheet${number}.xml"/>`,
    );
    return listed.join('') + end;
  });
  edit(parts, '[Content_Types].xml', /<Override PartName="\/xl\/worksheets\/[^>]*>/g, () => '');
  edit(parts, '[Content_Types].xml', /<\/Types>/, (end) => {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
    const listed = numbered.map(
      (number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${type}"/>`,
    );
    return listed.join('') + end;
  });
  return zip(parts);
}

function edit(parts, name, pattern, replacement) {
  parts.set(name, parts.get(name).toString().replace(pattern, replacement));
}
