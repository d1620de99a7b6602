import { cellsOf } from '../../cells.js';
import { escapedXml } from '../../text/xmlText.js';
import { valueText } from '../annotated/reportTexts.js';
import type { ExportedReport } from '../printed/ExportedReport.js';

/** A report as XML for systems that read nothing else: the same as the JSON, a blank cell has no text. */
export function exportXml(report: ExportedReport): string {
  const { form, values, agencyName, agencyCode, year, version, sections, headings, datedOn } = report;
  const cells = cellsOf(form).map(
    ({ key }) => `    ${element('cell', { key }, valueText(form, values, key))}`,
  );
  const prose = sections.map(({ id, title, text }) => `    ${element('section', { key: id, title }, text)}`);
  const heads = (headings ?? []).map((heading) => `    ${element('heading', {}, heading)}`);
  const about = { agency: agencyName, agencyCode, year: `${year}`, form: form.id, version: `${version}` };
  const day: Record<string, string> = datedOn == null ? {} : { datedOn };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<report${attributes({ ...about, ...day })}>`,
    ...['  <cells>', ...cells, '  </cells>'],
    ...['  <sections>', ...prose, '  </sections>'],
    ...['  <headings>', ...heads, '  </headings>'],
    '</report>',
    '',
  ].join('\n');
}

function element(name: string, given: Readonly<Record<string, string>>, text: string): string {
  return text === ''
    ? `<${name}${attributes(given)}/>`
    : `<${name}${attributes(given)}>${escaped(text)}</${name}>`;
}

function attributes(given: Readonly<Record<string, string>>): string {
  return Object.entries(given)
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('\n', '&#10;')}"`)
    .join('');
}

/** A reader of XML takes a carriage return for the end of a line unless it is written so. */
function escaped(text: string): string {
  return escapedXml(text).replaceAll('\r', '&#13;');
}
