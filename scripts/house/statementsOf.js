import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const port = 4391;
const size = 200;

/** How many statements the embedded database is sent for what people do, asked of the program as people run it. */
export async function statementsOf(folder) {
  const data = mkdtempSync(join(tmpdir(), 'nianbao-house-'));
  // Beside the packages of that folder: the database that is counted is the one that the program takes.
  const hook = join(folder, 'dist', 'countStatements.js');
  copyFileSync(fileURLToPath(new URL('countStatements.js', import.meta.url)), hook);
  const list = join(data, 'statements.txt');
  writeFileSync(list, '');
  const env = {
    ...{ ...process.env, DATABASE_URL: '', NIANBAO_DATA: join(data, 'data'), HOUSE_STATEMENTS: list },
    ...{ LOG_LEVEL: 'silent', NODE_OPTIONS: `--import=${hook}` },
  };
  const program = join(folder, 'bin/nianbao.js');
  const command = (...args) =>
    execFileSync(process.execPath, [program, ...args], { env, encoding: 'utf8', stdio: 'pipe' });
  const count = () => readFileSync(list, 'utf8').split('\n').length - 1;
  const during = async (work) => {
    const before = count();
    await work();
    return count() - before;
  };
  try {
    const table = (name, suffix) => {
      const lines = Array.from({ length: size }, (_, index) => `H${index},第${index}${suffix},`);
      const below = lines.map((_, index) => `H${index}a,第${index}分局,H${index}`);
      const path = join(data, name);
      writeFileSync(path, ['代码,名称,上级代码', ...lines, ...(suffix === '局' ? below : [])].join('\n'));
      return path;
    };
    command('migrate');
    command('agencies', 'import', table('first.csv', '局'));
    const updates = await during(() =>
      command('agencies', 'import', table('second.csv', '新局'), '--update'),
    );
    const token = /nb_\S+|[\w-]{30,}/.exec(command('token', 'create', '清点'))?.[0];
    const server = spawn(process.execPath, [program, 'serve', '--port', String(port)], {
      env,
      stdio: 'pipe',
    });
    try {
      const ask = asker(token);
      await ready();
      const report = `report: { agency: "H0", year: 2024 }`;
      const change = (value) =>
        `changes: [{ key: "fees.fees.amount", value: "${value}" }], reason: "核对台账"`;
      // What a report holds, from one that holds nothing.
      const file = async (cells) => {
        const { reportImport } = await ask(
          `mutation ($input: ReportImportInput!) {
            reportImport(input: $input) { report { values } userErrors { message } } }`,
          { input: { agency: 'H0', year: 2024, cells } },
        );
        return Object.keys(reportImport.report.values);
      };
      const keys = await file([]);
      await file(keys.map((key) => ({ key, value: '0' })));
      const children = await during(() =>
        ask(`{ agencies(first: ${size}) { nodes { code children(first: 1) { nodes { code } } } } }`),
      );
      const correct = await during(() =>
        ask(
          `mutation { cellCorrect(${report}, expectedVersion: 2, ${change('1.5')}) { userErrors { message } } }`,
        ),
      );
      const made = await ask(
        `mutation { proposalMake(${report}, expectedVersion: 3, ${change('1.6')}) { proposal { id } userErrors { message } } }`,
      );
      const id = made.proposalMake.proposal.id;
      const decide = await during(() =>
        ask(
          `mutation { proposalDecide(${report}, expectedVersion: 3, proposal: "${id}", take: true) { userErrors { message } } }`,
        ),
      );
      const submit = await during(() =>
        ask(`mutation { reportSubmit(${report}, expectedVersion: 4) { userErrors { message } } }`),
      );
      return {
        'statements: cellCorrect': correct,
        'statements: proposalDecide': decide,
        'statements: reportSubmit': submit,
        [`statements: children of ${size} agencies`]: children,
        [`statements: ${size} lines of --update`]: updates,
      };
    } finally {
      server.kill();
      await once(server, 'exit');
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
    rmSync(hook);
  }
}

async function ready() {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/schema.graphql`).catch(() => null);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not start');
}

function asker(token) {
  return async (query, variables = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await answer.json();
    const refused = Object.values(data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
    if (errors || refused.length > 0) throw new Error(JSON.stringify(errors ?? refused));
    return data;
  };
}
