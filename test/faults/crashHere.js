// Does one thing to one report in a process of its own and kills the process at one place in it.
import { openDatabase } from '../../dist/src/database/dataSource.js';
import { operator } from '../../dist/src/filing/access/actor.js';
import { correctCells } from '../../dist/src/filing/correcting/correctCells.js';
import { importReports } from '../../dist/src/filing/importing/importReports.js';
import { publishReport } from '../../dist/src/filing/workflow/publishReport.js';
import { submitReport } from '../../dist/src/filing/workflow/submitReport.js';

const { database: settings, point, agency, year, file, options, change } = JSON.parse(process.argv[2] ?? '');
const actor = operator('崩溃测试');
const report = { agency, year, expectedVersion: 1 };

const operations = {
  import: (manager) => importReports(manager, actor, [{ ...file, bytes: Buffer.from(file.bytes) }], options),
  correct: (manager) =>
    correctCells(manager, actor, { ...report, changes: [change], reason: '核对原始台账', preview: false }),
  submit: (manager) => submitReport(manager, actor, report),
  publish: (manager) => publishReport(manager, actor, { ...report, reason: null }),
};

const database = await openDatabase(settings);
const createQueryRunner = database.createQueryRunner.bind(database);
database.createQueryRunner = (mode) => {
  const runner = createQueryRunner(mode);
  const query = runner.query.bind(runner);
  runner.query = async (statement, ...rest) => {
    const isHere = statement.includes(point.statement);
    if (isHere && point.moment === 'before') process.kill(process.pid, 'SIGKILL');
    const answer = await query(statement, ...rest);
    if (isHere) process.kill(process.pid, 'SIGKILL');
    return answer;
  };
  return runner;
};
await database.transaction(operations[point.operation]);
console.error(`${point.name} was never reached`);
process.exit(3);
