import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { inCopy } from '../importing/compareImports.js';
import { median, medianRatio } from '../support/statistics.js';
import { keystrokesOf, longestTaskOf } from './traceOf.js';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];
/** So many turns go over all 200 fields once. */
const blocks = 5;
/** One picture of a screen that shows sixty a second. */
const frame = 1000 / 60;

/** A keystroke in each cell of the form page beside one in each field of a page of nothing but 200 fields. */
export async function measureDesk({ backends, rounds, folder, report }) {
  if (!existsSync(executablePath))
    return report.line(`没有 ${executablePath}，网页没有测 no browser: left out`);
  report.heading(
    '九、网页 Desk，200 格 cells，一次按键 a keystroke',
    '中位 median',
    'p95',
    '最长 longest',
    '÷ 空白页',
  );
  const [{ template }] = backends;
  await inCopy('desk/product.js', template, folder, async (child) => {
    const { address, token, page: path } = await child.ask('serve');
    const profile = mkdtempSync(join(folder, 'browser-'));
    const browser = await puppeteer.launch({
      executablePath,
      userDataDir: profile,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
      ],
    });
    try {
      const form = await formPage(browser, address + path, token);
      const bare = await barePage(browser);
      const [ours, theirs, judging] = [[], [], []];
      // In turns, a block of fields each: what else the machine is doing falls on both.
      for (let block = 0; block < rounds * blocks; block += 1) {
        theirs.push(keystrokesOf(await typed(bare, 'input', block)));
        const trace = await typed(form, 'input[data-cell]', block);
        ours.push(keystrokesOf(trace));
        judging.push(longestTaskOf(trace));
      }
      row(report, '  空白页 a bare page of 200 inputs', theirs.flat(), null);
      const ratio = medianRatio(ours.map(median), theirs.map(median));
      row(report, '  填报页 the form page, judged while typing', ours.flat(), ratio);
      report.line(
        `  画出之后最长的一次任务 longest task of the page, with the rules：${median(judging).toFixed(1)} ms`,
      );
      report.aim(
        '填报页按键 p95 keystroke in the form page: p95, ms',
        percentile(ours.flat(), 0.95),
        Number(frame.toFixed(1)),
      );
    } finally {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
}

async function formPage(browser, address, token) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1366, height: 768 });
  await page.goto(new URL('/sign-in', address).href);
  await page.evaluate((kept) => sessionStorage.setItem('nianbao.token', kept), token);
  await page.goto(address);
  await page.waitForSelector('input[data-cell]');
  return page;
}

async function barePage(browser) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1366, height: 768 });
  await page.setContent(`<!doctype html><title>200</title>${'<input>'.repeat(200)}`);
  return page;
}

/** A digit in every field of a block, each after the page has come to rest. */
async function typed(page, selector, block) {
  await page.bringToFront();
  const fields = await page.$$(selector);
  if (fields.length !== 200) throw new Error(`${fields.length} fields instead of 200`);
  const size = fields.length / blocks;
  const first = (block % blocks) * size;
  const digit = String(1 + (Math.floor(block / blocks) % 9));
  await page.tracing.start({ categories });
  for (const field of fields.slice(first, first + size)) {
    await field.focus();
    await settled(page);
    await page.keyboard.press(digit);
    await settled(page);
  }
  return page.tracing.stop();
}

/** Two pictures later, and whatever was put off until after them. */
function settled(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0))),
      ),
  );
}

function row(report, words, milliseconds, ratio) {
  const show = (number) => `${number.toFixed(2)} ms`;
  report.row(
    words,
    ...[show(median(milliseconds)), show(percentile(milliseconds, 0.95)), show(Math.max(...milliseconds))],
    ratio === null ? '' : `${ratio.toFixed(2)} ×`,
  );
}

function percentile(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
