import { readFileSync } from 'node:fs';
import { createToken } from '../../dist/src/filing/tokens/tokens.js';
import { operator } from '../../dist/src/filing/access/actor.js';
import { fillReports } from '../serving/fillReports.js';
import { closeConnections, send } from '../serving/load.js';
import { startChild } from '../support/children.js';
import { copyTemplate, dropCopy, makeTemplate } from '../support/databases.js';
import { agencies } from '../support/sampleReports.js';
import { unzip, zip } from '../support/zip.js';

const year = 2024;
const mebibyte = 1024 * 1024;
const query = `query ($agency: String!, $year: Int!) { report(agency: $agency, year: $year) { version status } }`;

/** How long a cheap query takes while large and hostile files are read, beside a service that is idle. */
export async function measureHostile({ backends, files, requests, folder, report }) {
  report.heading(
    '十二、读取恶意文件时的查询 Queries while hostile files are read',
    ...['p50', 'p95', '读取时 p50', '读取时 p95', '÷', 'RSS 增长'],
  );
  const uploads = hostileFiles(files);
  for (const { name, template } of backends) {
    let token;
    const filled = await makeTemplate({ ...template, folder, from: template }, async (database) => {
      await fillReports(database, files.report.slice(0, 20));
      ({ token } = await database.transaction((manager) =>
        createToken(manager, operator('测速'), {
          name: '测速',
          role: 'ADMINISTRATOR',
          scope: null,
          expiresAt: null,
        }),
      ));
    });
    const copy = await copyTemplate(filled, folder);
    const child = startChild('serving/product.js');
    try {
      const address = await child.ask('open', copy);
      const ask = () => timed(address, token, requests);
      await ask();
      const idle = await ask();
      const before = await child.ask('memory');
      let isOver = false;
      const uploading = Promise.all(
        uploads.map((upload) => keepUploading(address, token, upload, () => isOver)),
      );
      const busy = await ask();
      isOver = true;
      await uploading;
      const growth = ((await child.ask('memory')) - before) / mebibyte;
      const ratio = at(busy, 0.95) / at(idle, 0.95);
      report.row(
        `  ${name}`,
        ...[at(idle, 0.5), at(idle, 0.95), at(busy, 0.5), at(busy, 0.95)].map(
          (time) => `${time.toFixed(1)} ms`,
        ),
        `${ratio.toFixed(2)} ×`,
        `${growth.toFixed(0)} MiB`,
      );
      report.aim(`${name}：读取恶意文件时查询的 p95 queries while hostile files are read ≤ 2 ×`, ratio, 2);
      report.aim(`${name}：服务进程的内存增长 growth of the service ≤ 50 MiB`, growth / 50, 1);
    } finally {
      closeConnections();
      await child.stop();
      await dropCopy(copy);
      await dropCopy(filled);
    }
  }
}

/** A workbook with hundreds of sheets, one that unpacks to much more than it says, and a page without an end. */
function hostileFiles({ collection, report: [path] }) {
  const parts = unzip(readFileSync(path));
  parts.set('xl/worksheets/sheet1.xml', Buffer.alloc(200 * mebibyte, '<c r="A1"><v>1</v></c>'));
  return [
    { name: '汇编.xlsx', layout: 'collection', bytes: readFileSync(collection[0]) },
    { name: '很大.xlsx', layout: 'report', bytes: zip(parts) },
    { name: '没有尽头.html', layout: 'report', bytes: Buffer.from('<table><tr><td>一'.repeat(200_000)) },
  ];
}

async function keepUploading(address, token, { name, layout, bytes }, isOver) {
  while (!isOver()) {
    const form = new FormData();
    form.set('dryRun', 'true');
    form.set('layout', layout);
    form.set('file', new Blob([bytes]), name);
    const answer = await fetch(`${address}/imports`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: form,
    });
    await answer.arrayBuffer();
  }
}

/** The times of requests one after the other. */
async function timed(address, token, requests) {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  const times = [];
  for (let index = 0; index < requests; index += 1) {
    const variables = { agency: agencies[index % 20].code, year };
    const before = performance.now();
    await send(address, {
      path: '/graphql',
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    times.push(performance.now() - before);
  }
  return times.sort((one, other) => one - other);
}

function at(times, share) {
  return times[Math.floor((times.length - 1) * share)];
}
