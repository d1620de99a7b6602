import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSettings, settingNames } from '../../src/cli/settings.js';
import { usualServer } from '../../src/database/ServerSettings.js';
import { daysOfAnswers } from '../../src/filing/importing/runs/forgetAnswers.js';
import { bodyRate, serverLimits } from '../../src/server/serverLimits.js';
import { passwordRules } from '../../src/words/passwordRules.js';

const page = (name: string) => readFileSync(`docs/${name}`, 'utf8');

describe.each(['operations.md', 'operations.en.md', 'security.md', 'security.en.md'])('%s', (name) => {
  test('names settings that there are', () => {
    const named = page(name).match(/\b(?:NIANBAO|DATABASE)_[A-Z_]+\b/g) ?? [];
    // Codes of answers begin alike.
    const codes = ['DATABASE_AWAY', 'DATABASE_READ_ONLY'];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((each) => ![...settingNames, ...codes].includes(each))).toEqual([]);
  });

  test('names files that are handed on', () => {
    const named = page(name).match(/(?<=`)[\w-]+\.(?:yml|conf)(?=`)|grafana-dashboard\.json/g) ?? [];
    expect(named.filter((file) => !readdirSync('deploy').includes(file))).toEqual([]);
  });
});

test('the defaults are those of the program', () => {
  const { connections, lockSeconds, statementSeconds } = usualServer;
  const { requestsPerMinute } = readSettings({});
  const { standbys } = readSettings({ DATABASE_URL: 'postgres://a/b', DATABASE_READ_URL: 'postgres://c/b' });
  for (const words of [
    `\`NIANBAO_POOL\`：连接数，默认 ${connections}。`,
    `等锁、执行一条语句最多几秒，默认 ${lockSeconds}、${statementSeconds}。`,
    `最多可以落后几秒（默认 ${standbys?.lagSeconds}）`,
    `每分钟最多几次请求，默认 ${requestsPerMinute}；`,
    `同时办理的上传有 ${serverLimits.simultaneousUploads} 个位置`,
    `${bodyRate.windowMilliseconds / 1000} 秒内平均不到 ${bodyRate.bytesPerSecond / 1024} KiB/s 的不再接收`,
  ])
    expect(page('operations.md')).toContain(words);
  for (const words of [`密码至少 ${passwordRules.shortest} 位`, '重复请求的回答七天后删除'])
    expect(page('security.md')).toContain(words);
  expect(daysOfAnswers).toBe(7);
});

test('every alarm is explained, and no other', () => {
  const alarms = [...readFileSync('deploy/prometheus-rules.yml', 'utf8').matchAll(/alert: (\w+)/g)].map(
    ([, alarm]) => alarm,
  );
  expect(alarms.length).toBeGreaterThan(0);
  for (const name of ['operations.md', 'operations.en.md'])
    expect([...page(name).matchAll(/^\| (Nianbao\w+)/gm)].map(([, alarm]) => alarm)).toEqual(alarms);
});
