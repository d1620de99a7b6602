import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cruise } from 'dependency-cruiser';

const parts = ['src', 'entities', 'importers', 'resolvers'];
const folders = [...parts, 'web'];
const mostFiles = 25;
const mostLines = 150;
const rooms = ['src/filing', 'resolvers'];

/** Circles of files, pairs of rooms that know each other, folders and files that are too large. */
export async function shapeOf(folder) {
  const { output } = await cruise(parts, {
    ...{ baseDir: folder, tsPreCompilationDeps: true, exclude: { path: 'node_modules' }, validate: true },
    ruleSet: { forbidden: [{ name: 'circle', severity: 'error', from: {}, to: { circular: true } }] },
  });
  const files = folders.flatMap((part) => filesIn(join(folder, part)));
  const perFolder = countsOf(files.map(({ parent }) => parent));
  const own = files.filter(({ name }) => name.endsWith('.ts'));
  return {
    'circles of files': output.summary.violations.length,
    'two-way pairs of rooms': rooms.flatMap((room) => twoWayPairs(output.modules, room)).length,
    [`folders over ${mostFiles} files`]: perFolder.filter((count) => count > mostFiles).length,
    'files of resolvers': own.filter(({ path }) => relative(folder, path).startsWith('resolvers')).length,
    [`files over ${mostLines} lines`]: own.filter(({ path }) => linesOf(path) > mostLines).length,
  };
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({ parent: parentPath, name, path: join(parentPath, name) }));
}

function countsOf(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()];
}

function linesOf(path) {
  return readFileSync(path, 'utf8').split('\n').length - 1;
}

/** Rooms of a folder of which each imports the other. */
function twoWayPairs(modules, folder) {
  const arrows = new Set(
    modules.flatMap(({ source, dependencies }) =>
      dependencies.flatMap(({ resolved }) => {
        const [from, to] = [roomOf(folder, source), roomOf(folder, resolved)];
        return from === undefined || to === undefined || from === to ? [] : [`${from} ${to}`];
      }),
    ),
  );
  return [...arrows].filter((arrow) => {
    const [from, to] = arrow.split(' ');
    return from < to && arrows.has(`${to} ${from}`);
  });
}

/** Files beside the rooms are one room, the kernel. */
function roomOf(folder, file) {
  if (!file.startsWith(`${folder}/`)) return undefined;
  const [room, ...rest] = file.slice(folder.length + 1).split('/');
  return rest.length === 0 ? 'kernel' : room;
}
