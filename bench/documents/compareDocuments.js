import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inCopy } from '../importing/compareImports.js';
import { startChild } from '../support/children.js';
import { agencies, sampleReport } from '../support/sampleReports.js';
import { median, medianRatio } from '../support/statistics.js';

const fixtures = fileURLToPath(new URL('../../test/fixtures/documents', import.meta.url));
const names = ['county', 'bureau', 'committee', 'town', 'mixed'];

/** A .doc is read within half a millisecond: more of them say as much as a few of the others. */
const comparisons = [
  { format: 'doc', folder: 'doc', peer: 'word-extractor', most: 0.5, often: 20 },
  { format: 'pdf', folder: 'pdf', peer: 'pdf.js', most: 1.3, often: 1 / 4 },
  { format: 'docx', folder: 'office', peer: 'mammoth', most: 0.5, often: 1 / 4 },
];

const mebibyte = 1024 * 1024;

/**
 * Reading documents beside the library of each format that comes to mind, from bytes in memory, each in a fresh
 * process each round that has read the same files before; and sixty documents of each format in one import.
 */
export async function compareDocuments({ backends, rounds, times, imported, folder, report }) {
  report.heading('七、文档 Documents，读取 reading', '每份 each', '对照 peer', '用时比');
  for (const { format, folder: from, peer, most, often } of comparisons) {
    const passes = Math.max(1, Math.round(times * often));
    const paths = names.map((name) => join(fixtures, from, `${name}.${format}`));
    const took = { nianbao: [], [peer]: [] };
    for (let round = 0; round < rounds; round += 1)
      for (const side of Object.keys(took)) took[side].push(await readOnce(side, paths, passes));
    const ratio = medianRatio(took.nianbao, took[peer]);
    const each = (side) => `${(median(took[side]) / (passes * paths.length)).toFixed(1)} ms`;
    report.row(`  .${format}：nianbao、${peer}`, each('nianbao'), each(peer), `${ratio.toFixed(2)} ×`);
    report.aim(`.${format}：读取用时 reading ≤ ${most} × ${peer}`, ratio, most);
  }
  report.heading(
    `七、文档 Documents，一次导入 one import of ${imported}`,
    '用时 wall',
    '每份 each',
    '最高内存',
  );
  for (const { name, template } of backends)
    for (const { format } of comparisons) {
      const paths = await writeDocuments(format, imported, folder);
      const { took, peak } = await inCopy('importing/product.js', template, folder, async (child) => {
        const run = await child.ask('run', { paths, layout: 'report' });
        const { reports } = await child.ask('counts');
        if (reports !== imported)
          throw new Error(`not everything was stored: ${JSON.stringify({ reports, ...run.answer })}`);
        return { took: run.wall, peak: await child.ask('peak') };
      });
      report.row(
        `  ${imported} × .${format} → ${name}`,
        `${(took / 1000).toFixed(2)} s`,
        `${(took / imported).toFixed(0)} ms`,
        `${(peak / mebibyte).toFixed(0)} MiB`,
      );
      report.aim(
        `${imported} × .${format} → ${name}：最高内存 peak memory, MiB`,
        peak / mebibyte,
        mostMemory(name),
      );
    }
}

/** PGlite holds its database within the process. */
const mostMemory = (name) => (name === 'PGlite' ? 1400 : 700);

async function readOnce(side, paths, times) {
  const child = startChild('documents/readFiles.js');
  try {
    await child.ask('run', { side, paths, times });
    return (await child.ask('run', { side, paths, times })).wall;
  } finally {
    await child.stop();
  }
}

const written = new Map();

/** Documents of as many agencies: .docx and .pdf as nianbao writes them, .doc with the name of each put into one. */
async function writeDocuments(format, count, folder) {
  if (written.has(format)) return written.get(format);
  const own = join(folder, `documents-${format}`);
  mkdirSync(own);
  const paths = [];
  const named = format === 'doc' ? agencies.filter(({ name }) => name.length === longName.length) : agencies;
  if (named.length < count) throw new Error(`there are only ${named.length} agencies`);
  for (const [index, { name }] of named.slice(0, count).entries()) {
    const path = join(own, `${name}.${format}`);
    writeFileSync(path, format === 'doc' ? renamed(name) : await drawn(format, index));
    paths.push(path);
  }
  written.set(format, paths);
  return paths;
}

async function drawn(format, index) {
  const { printDocument } = await import('../../dist/src/exports/documents/printedDocument.js');
  const { documentWord } = await import('../../dist/src/exports/documents/documentWord.js');
  const { documentPdf } = await import('../../dist/src/exports/documents/documentPdf.js');
  const report = { ...sampleReport(index, 2024), datedOn: '2025-01-20' };
  const document = printDocument(report, { kind: 'draft', version: 1 });
  return format === 'docx' ? documentWord(document) : documentPdf(document);
}

const longName = '某市某区人民政府';

/** A Word document holds its text as UTF-16: a name as long as the one it takes the place of changes nothing else. */
function renamed(name) {
  const bytes = readFileSync(join(fixtures, 'doc', 'county.doc'));
  const [from, to] = [longName, name].map((text) => Buffer.from(text, 'utf16le'));
  let at = bytes.indexOf(from);
  if (at < 0) throw new Error('the document does not name its agency');
  for (; at >= 0; at = bytes.indexOf(from, at + 1)) to.copy(bytes, at);
  return bytes;
}
