import { Role } from '../../entities/access/Role.js';
import { isOperation, operations, reachOf, type Operation } from '../../src/rights/operations.js';
import { send, type Reply } from '../rights/answers.js';
import { samples, type Call } from '../rights/samples.js';
import type { Place, World } from '../rights/world.js';
import type { Client } from './client.js';
import { snapshotOf, versionIn } from './snapshot.js';
import { secretsIn } from './secrets.js';

const all = Object.keys(operations).filter(isOperation);

/** What came of trying everything once. */
export interface Trials {
  /** Each as often as somebody tried it. */
  readonly tried: readonly Operation[];
  /** What was seen or touched of another, in words; empty when nothing was. */
  readonly faults: readonly string[];
}

/**
 * Whoever belongs to one agency tries every operation on others: the filer, and what no filer may do anywhere
 * the administrator of the agency too. A role that may not is told so; a role that may is answered as if there
 * were no such agency. Nothing of the others is in any answer, and afterwards they are as they were.
 */
export async function tryEverything(
  administrator: Client,
  world: World,
  others: readonly Place[],
  known: readonly string[],
): Promise<Trials> {
  const tried: Operation[] = [];
  const faults: string[] = [];
  const calls = await callsOf(administrator, world, others);
  const before = await Promise.all(others.map(({ code }) => snapshotOf(administrator, code)));
  const secrets = [...world.secrets, ...before.flatMap(secretsIn)].filter((each) => !known.includes(each));

  async function trial(words: string, role: Role, call: Call, place: Place): Promise<Reply> {
    const reply = await send(world, world.scoped[role], call, place);
    const learnt = secrets.filter((secret) => secret !== place.run && reply.learnt.includes(secret));
    if (learnt.length > 0) faults.push(`${words} learns ${learnt.join(', ')}`);
    return reply;
  }

  for (const operation of all)
    for (const role of rolesTrying(operation)) {
      const may = reachOf(role, operation) !== undefined;
      const words = `${operation} as ${role}`;
      tried.push(operation);
      const { general, particular } = calls[operation];
      for (const call of general) {
        const { code } = await trial(words, role, call, world.places.nowhere);
        if (code !== (may ? null : 'FORBIDDEN')) faults.push(`${words} of everything: ${code}`);
      }
      const [nowhere, ...elsewhere] = particular;
      const unknown = nowhere && (await trial(words, role, nowhere.call, nowhere.place));
      for (const { place, call } of elsewhere) {
        const reply = await trial(words, role, call, place);
        const isHidden = may ? reply.normal === unknown?.normal : reply.code === 'FORBIDDEN';
        if (!isHidden) faults.push(`${words} of ${place.code}: ${reply.normal.slice(0, 300)}`);
      }
    }
  for (const [index, { code }] of others.entries()) {
    const [was, is] = [before[index], await snapshotOf(administrator, code)].map((each) =>
      JSON.stringify(each, null, 1).split('\n'),
    );
    const changed = is?.filter((line, at) => line !== was?.[at]) ?? [];
    if (changed.length > 0) faults.push(`${code} is no longer as it was: ${changed.slice(0, 5).join()}`);
  }
  return { tried, faults };
}

/** Who tries it: the role with most rights where a filer has none. */
function rolesTrying(operation: Operation): Role[] {
  return reachOf(Role.FILER, operation) === undefined ? [Role.FILER, Role.ADMINISTRATOR] : [Role.FILER];
}

interface Calls {
  /** About no agency, or about all there are. */
  readonly general: readonly Call[];
  /** About an agency that does not exist, and about each of the others. */
  readonly particular: readonly { readonly place: Place; readonly call: Call }[];
}

/** The requests, made before anything is tried: some need a token of another agency to try it on. */
async function callsOf(
  administrator: Client,
  world: World,
  others: readonly Place[],
): Promise<Record<Operation, Calls>> {
  const made = new Map<Operation, Calls>();
  const version = new Map<string, number>();
  for (const { code } of others) version.set(code, versionIn(await snapshotOf(administrator, code)));
  for (const operation of all) {
    const sample = samples[operation];
    if (!sample) throw new Error(`${operation} has no sample request`);
    const isGeneral = sample.about === 'none';
    const places = isGeneral ? [] : [world.places.nowhere, ...others];
    const particular: { place: Place; call: Call }[] = [];
    for (const place of places) {
      const call = await sample.ask(place, world);
      particular.push({ place, call: withVersion(call, version.get(place.code) ?? 1) });
    }
    const general = isGeneral ? [await sample.ask(world.places.nowhere, world)] : [];
    made.set(operation, { general: [...general, ...(sample.whole ? [sample.whole()] : [])], particular });
  }
  return Object.fromEntries(made) as Record<Operation, Calls>;
}

/** The samples name a version that never is the present one; nothing but the scope is to stand in the way. */
function withVersion(call: Call, version: number): Call {
  if (!('query' in call)) return call;
  const variables = JSON.stringify(call.variables, (name, value: unknown) =>
    name === 'expectedVersion' ? version : value,
  );
  return {
    query: call.query.replace(/expectedVersion: \d+/, `expectedVersion: ${version}`),
    variables: JSON.parse(variables) as object,
  };
}
