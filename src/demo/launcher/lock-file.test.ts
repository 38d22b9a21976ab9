import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Locked = { readonly resolved?: string; readonly dependencies?: Edges; readonly optionalDependencies?: Edges };
type Edges = Readonly<Record<string, string>>;

const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Locked>;
};

/** Whether `name` is found from the package at `path`, as Node looks for it: in its own node_modules, then in each folder above. */
function isLocked(path: string, name: string): boolean {
  if (`${path === '' ? '' : `${path}/`}node_modules/${name}` in lock.packages) return true;
  if (path === '') return false;
  const above = path.lastIndexOf('/node_modules/');
  return isLocked(above === -1 ? '' : path.slice(0, above), name);
}

test('the lock file names no registry', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

test('the lock file holds every package that any platform asks for, without which "npm ci" refuses it', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});
