import { at } from '../support/server.js';
import type { Client } from './client.js';
import type { Unit } from './tree.js';

/** Verifies the audit chain of each agency and that of no agency; answers with how many are as they were written. */
export async function verifyEveryChain(auditor: Client, units: readonly Unit[]): Promise<number> {
  const fields = '{ intact breaks { message } head }';
  let intact = 0;
  for (let from = 0; from < units.length; from += 25) {
    const some = units.slice(from, from + 25);
    const asked = some.map(({ code }) => `${code}: auditVerify(agency: "${code}") ${fields}`);
    const data = await auditor.ask(`{ ${asked.join('\n')} }`);
    for (const { code } of some) if (isIntact(at(data, code))) intact += 1;
  }
  const system = await auditor.ask(`{ auditVerify ${fields} }`);
  return intact + (isIntact(at(system, 'auditVerify')) ? 1 : 0);
}

function isIntact(verified: Parameters<typeof at>[0]): boolean {
  return at(verified, 'intact') === true && typeof at(verified, 'head') === 'string';
}
