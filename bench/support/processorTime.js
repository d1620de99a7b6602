import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Processor milliseconds of a process that lives; the kernel counts hundredths of a second. */
export function processorTime(id) {
  const { user, system } = statOf(id);
  return (user + system) * 10;
}

/** Processor milliseconds of the processes that one has started and they in turn, also of those that have ended. */
export function processorTimeBelow(id) {
  if (!existsSync('/proc/self/stat')) return 0;
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const living = all.flatMap((name) => {
    try {
      return [{ id: Number(name), ...statOf(name) }];
    } catch (error) {
      // It has ended meanwhile; whoever started it has its time.
      if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error;
      return [];
    }
  });
  const below = (parent) =>
    living
      .filter((each) => each.parent === parent)
      .reduce((sum, each) => sum + each.user + each.system + each.ended + below(each.id), 0);
  return (statOf(id).ended + below(id)) * 10;
}

function statOf(id) {
  const text = readFileSync(`/proc/${id}/stat`, 'utf8');
  // What stands before is the name of the program, which may hold anything.
  const [, parent, , , , , , , , , , user, system, userOfEnded, systemOfEnded] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return { parent, user, system, ended: userOfEnded + systemOfEnded };
}
