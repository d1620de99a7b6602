import { expect, test } from 'vitest';
import { documentWord } from '../../../src/exports/documents/documentWord.js';
import { printDocument } from '../../../src/exports/documents/printedDocument.js';
import { publishedCounty } from '../../fixtures/documents/publishedCounty.js';
import { exportedReport } from '../../support/exportedReports.js';
import { readDocumentFile } from '../../support/readDocuments.js';

// Word puts U+000B on the clipboard where a line ends within a paragraph.
test.each(['\n', '\u000b', '\r\n', '\r', '\u000c'])(
  'two figures parted by %j in the text are not joined in the document',
  async (end) => {
    const report = exportedReport(publishedCounty);
    const sections = report.sections.map((section, place) =>
      place === 0 ? { ...section, text: `受理12${end}34件` } : section,
    );
    const document = printDocument({ ...report, sections }, { kind: 'draft', version: 1 });
    const [read] = (await readDocumentFile(await documentWord(document), '年报.docx')).reports;
    expect(read?.sections[0]?.text).toBe('受理12\n34件');
  },
);
