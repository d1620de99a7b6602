import { inTransaction } from '../../database/inTransaction.js';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Refusal, refuseAny } from '../refusal.js';
import { findAccount } from './accounts.js';
import { createAccount, firstPassword, type CreatedPerson, type FirstPassword } from './createAccount.js';
import type { PersonLine } from './peopleTable.js';
import { nameKey } from './personName.js';

export interface PeopleImported {
  readonly created: readonly CreatedPerson[];
  /** Names that had an account already, which is left as it is. */
  readonly known: readonly string[];
}

/** Everybody in one list, and the passwords they are given on slips of paper. */
const mostPeople = 2_000;

/** Opens an account for everybody in a table, or for nobody. Several lines of one name are several offices. */
export async function importPeople(
  database: DataSource,
  actor: Actor,
  lines: readonly PersonLine[],
): Promise<PeopleImported> {
  const people = peopleIn(lines);
  if (people.length > mostPeople)
    throw new Refusal(
      'TOO_LARGE',
      `一份名单最多 ${mostPeople} 人，这份有 ${people.length} 人。请分几份导入。`,
    );
  // Hashing takes its time: before the transaction, not in it.
  const passwords = await Promise.all(people.map(() => firstPassword()));
  return inTransaction(database, async (manager) => {
    const created: CreatedPerson[] = [];
    const known: string[] = [];
    const refusals: Refusal[] = [];
    for (const [index, ofOne] of people.entries()) {
      const outcome = await importPerson(manager, actor, ofOne, passwords[index]);
      if (outcome instanceof Refusal) refusals.push(outcome);
      else if (typeof outcome === 'string') known.push(outcome);
      else created.push(outcome);
    }
    refuseAny(refusals);
    return { created, known };
  });
}

function peopleIn(lines: readonly PersonLine[]): PersonLine[][] {
  const people = new Map<string, PersonLine[]>();
  for (const line of lines) {
    const key = nameKey(line.name);
    const known = people.get(key);
    if (known) known.push(line);
    else people.set(key, [line]);
  }
  return [...people.values()];
}

async function importPerson(
  manager: EntityManager,
  actor: Actor,
  lines: readonly PersonLine[],
  password: FirstPassword | undefined,
): Promise<CreatedPerson | string | Refusal> {
  const [first, ...others] = lines;
  if (!first) throw new Error('a person without a line');
  const { name, displayName, line } = first;
  const telephone = lines.find((each) => each.telephone !== null)?.telephone ?? null;
  const other = others.find((each) => each.displayName !== displayName);
  if (other) return at(other.line, '账号与前面的行相同，姓名不同。一人几个任职的，姓名写成一样');
  const account = await findAccount(manager, name);
  if (account?.displayName === displayName) return account.name;
  if (account) return at(line, `账号“${name}”已是“${account.displayName}”的。请换一个`, 'PERSON_EXISTS');
  try {
    return await createAccount(
      manager,
      actor,
      { name, displayName, telephone, offices: lines },
      { password },
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return at(line, error.message.replace(/。$/, ''), error.code);
  }
}

function at(line: number, words: string, code: Refusal['code'] = 'INVALID_REQUEST'): Refusal {
  return new Refusal(code, `第 ${line} 行：${words}。没有开通任何账号。`, [String(line)]);
}
