// The project's own source, as the meta tests see it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type SourceFile = { readonly path: string; readonly room: string; readonly text: string; readonly isTest: boolean };

/** Every file below a folder of the project, paths relative to its top with forward slashes. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** All code files of src, with the room (first folder) each stands in. */
export function sourceFiles(): SourceFile[] {
  return filesBelow('src')
    .filter((path) => ['.ts', '.tsx', '.mjs'].includes(extname(path)))
    .map((path) => ({
      path,
      room: path.split('/')[1] ?? '',
      text: readFileSync(join(ROOT, path), 'utf8'),
      isTest: /\.test\.tsx?$|\/fake-/.test(path),
    }));
}

const IMPORT =
  /^\s*(?:import|export)\s[\w*{}\s,$]*?\bfrom\s*['"]([^'"\n]+)['"]|^\s*import\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/gm;

/** What a file imports, as written. */
export function importsOf(file: SourceFile): string[] {
  return [...file.text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** A relative import as a path below the project's top, without its ending; null for packages. */
export function target(file: SourceFile, imported: string): string | null {
  if (!imported.startsWith('.')) return null;
  return normalize(join(dirname(file.path), imported))
    .split(sep)
    .join('/')
    .replace(/\.(?:tsx?|mjs)$/, '');
}
