import { cellsOf } from '../../dist/src/cells.js';
import { loadAgency } from '../../dist/src/filing/agencies/listAgencies.js';
import { rollUpOf } from '../../dist/src/filing/rollUp/rollUpOf.js';
import { progressOf } from '../../dist/src/filing/season/progressOf.js';
import { formForYear } from '../../dist/src/forms/index.js';
import { answerParent, measured } from '../support/children.js';
import { openCopy } from '../support/databases.js';
import { handWritten, plain } from './handWritten.js';

let database;

answerParent({
  async open(copy) {
    database = await openCopy(copy);
  },
  /** What the query rollUp does, all cells down to the filers. */
  rollUp: ({ year, top }) =>
    measured(async () => {
      const agency = await loadAgency(database.manager, top);
      const { rollUp, values } = await rollUpOf(database.manager, { agency, year, depth: null });
      return { filed: rollUp.filed, sums: values.map(String) };
    }),
  /** What the query progress does for everybody in the tree. */
  progress: ({ year, top }) =>
    measured(async () => {
      const agency = await loadAgency(database.manager, top);
      const { whole } = await progressOf(database.manager, agency, year, `${year + 1}-02-01`);
      return { total: whole.total, accepted: whole.byStatus.ACCEPTED };
    }),
  handWritten: (question) => bySql(handWritten, question),
  plain: (question) => bySql(plain, question),
  async stop() {
    await database?.destroy();
  },
});

function bySql(statement, { year, top }) {
  return measured(async () => {
    const [{ filed, sums }] = await database.query(statement(cellsOf(formForYear(year)).length), [year, top]);
    return { filed, sums };
  });
}
