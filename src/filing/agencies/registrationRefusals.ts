import { actorWords, type Actor } from '../access/actor.js';
import { Refusal } from '../refusal.js';
import type { Place } from './placeAgencies.js';

/** A code that comes twice names nobody. */
export function repeatedRefusals(
  given: readonly { readonly code: string; readonly line?: number }[],
): Refusal[] {
  const first = new Map<string, number | undefined>();
  return given.flatMap(({ code, line }) => {
    if (!first.has(code)) {
      first.set(code, line);
      return [];
    }
    const before = first.get(code);
    const where = before === undefined ? '' : `，第 ${before} 行也是它`;
    return [
      atLine(
        line,
        new Refusal('AGENCY_EXISTS', `机关代码“${code}”在名单中不止一次${where}。请删去重复的。`, ['code']),
      ),
    ];
  });
}

/** Nobody is merged into itself, or into what nobody knows. */
export function successorRefusals(
  { code, successor }: { readonly code: string; readonly successor: string | null },
  into: Place | undefined,
): Refusal[] {
  if (successor === null) return [];
  if (successor === code) return [new Refusal('AGENCY_CYCLE', '不能并入自己。', ['successor'])];
  if (into) return [];
  return [new Refusal('AGENCY_UNKNOWN', `并入的“${successor}”没有登记。请核对机关代码。`, ['successor'])];
}

/** A token with a scope registers below the agency of its scope. */
export function scopeRefusals(
  actor: Actor,
  { code, parent }: { readonly code: string; readonly parent: string | null },
): Refusal[] {
  const { scope } = actor;
  if (scope === null || parent !== null) return [];
  return [
    new Refusal(
      'FORBIDDEN',
      `${actorWords(actor)}只能在“${scope.code}”之下登记机关：请写明机关“${code}”的上级代码。`,
      ['parent'],
    ),
  ];
}

/** The same refusal, with the agency of a list it is about. */
export function atAgency(
  { code, line }: { readonly code: string; readonly line?: number },
  refusal: Refusal,
): Refusal {
  return atLine(line, refusal.saying(`机关“${code}”：${refusal.message}`));
}

/** The same refusal, with the line of the file it is about. */
export function atLine(line: number | undefined, refusal: Refusal): Refusal {
  if (line === undefined) return refusal;
  return refusal.saying(`第 ${line} 行：${refusal.message}`);
}
