#!/usr/bin/env node
import { existsSync } from 'node:fs';

const program = new URL('../dist/src/cli/main.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  console.error('nianbao 还没有编译。请在程序目录中运行：npm ci（或 npm run build）');
  process.exitCode = 1;
}
