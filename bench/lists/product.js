import { checkReport } from '../../dist/src/checks/index.js';
import { listAuditEntries } from '../../dist/src/filing/audit/listAuditEntries.js';
import { listFindings } from '../../dist/src/filing/judging/listFindings.js';
import { answerParent, measured } from '../support/children.js';
import { openCopy } from '../support/databases.js';
import { sampleReport } from '../support/sampleReports.js';

const everybody = { scope: null };
const first = 50;
/** About so many findings are of the rare rule, however many reports there are. */
const rareFindings = 10;

let database;

answerParent({
  async open(copy) {
    database = await openCopy(copy);
  },
  /** Findings and an entry of the audit trail for every report, as imports leave them. */
  async fill({ year, rare, filers }) {
    const found = Array.from({ length: 100 }, (_, index) =>
      checkReport(sampleReport(index, year)).filter(({ rule }) => rule !== rare),
    );
    const [one] = found.flat();
    await database.query(
      `UPDATE report SET findings = sample.value
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS sample(value, place)
       WHERE abs(hashtext(report.id::text)) % 100 = sample.place - 1`,
      [JSON.stringify(found)],
    );
    await database.query(
      `UPDATE report SET findings = findings || $1::jsonb WHERE abs(hashtext(id::text)) % $2::int = 7`,
      [JSON.stringify([{ ...one, rule: rare }]), Math.floor(filers / rareFindings)],
    );
    await database.query(
      `INSERT INTO audit_entry (id, chain, sequence, at, actor, action, agency_id, report_id, version, changes,
         details, previous_hash, hash)
       SELECT md5('entry ' || id)::uuid, agency_id::text, 1000, now() - interval '1 second' * (hashtext(id::text) % 100000),
         '测速', 'REPORT_IMPORTED', agency_id, id, 1, '[]', '{}', '', '' FROM report`,
    );
    await database.query('ANALYZE');
  },
  findings: ({ rare }) =>
    page(listFindings(database.manager, everybody, { first, filter: { rules: [rare] } })),
  auditTrail: ({ agency }) =>
    page(listAuditEntries(database.manager, everybody, { first, filter: { agencies: [agency] } })),
  async stop() {
    await database?.destroy();
  },
});

function page(asking) {
  return measured(async () => {
    const { items, countAll } = await asking;
    return { shown: items.length, all: await countAll() };
  });
}
