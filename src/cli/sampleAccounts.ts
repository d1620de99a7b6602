import { inTransaction } from '../database/inTransaction.js';
import type { DataSource } from 'typeorm';
import { Role } from '../../entities/access/Role.js';
import { findAccount } from '../filing/people/accounts.js';
import { createAccount, type OfficeToGive } from '../filing/people/createAccount.js';
import { commandLineActor } from './withDatabase.js';

interface Sample {
  readonly name: string;
  readonly displayName: string;
  readonly what: string;
  readonly offices: readonly OfficeToGive[];
}

/** Of the reporting tree in examples: who fills in, who reviews and publishes, who administers. */
const samples: readonly Sample[] = [
  {
    ...{ name: 'tianbao', displayName: '填报示例', what: '填报，某市城市管理局' },
    offices: [{ role: Role.FILER, agency: '9002' }],
  },
  {
    ...{ name: 'shenhe', displayName: '审核示例', what: '审核、发布，某市人民政府' },
    offices: [
      { role: Role.REVIEWER, agency: '90' },
      { role: Role.PUBLISHER, agency: '90' },
    ],
  },
  {
    ...{ name: 'guanli', displayName: '管理示例', what: '管理，全部机关' },
    offices: [{ role: Role.ADMINISTRATOR, agency: null }],
  },
];

/**
 * The accounts with which the demonstration is tried, as lines to print. Their passwords are drawn when they
 * are made and are kept nowhere: later on it is said how to set them anew.
 */
export async function sampleAccounts(database: DataSource): Promise<string[]> {
  return inTransaction(database, async (manager) => {
    const lines: string[] = [];
    for (const { what, ...person } of samples) {
      if (await findAccount(manager, person.name)) {
        lines.push(`${person.name}（${what}）`);
        continue;
      }
      const { password } = await createAccount(manager, commandLineActor, { ...person, telephone: null });
      lines.push(`${person.name}  首次密码 ${password}（${what}）`);
    }
    return lines;
  });
}
