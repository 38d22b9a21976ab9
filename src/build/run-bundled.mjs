// Runs a TypeScript command of the project in Node: bundled by esbuild into a scratch folder, with packages left where they are.
// From the command line: node src/build/run-bundled.mjs ENTRY [arguments for it].
// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs `entry`, a file of the project, to the end of its module. Its `import.meta.url` is where the source stands.
 * @param {string} entry
 */
export async function runBundled(entry) {
  // Inside the project, so that the packages left out of the bundle are found.
  const scratch = mkdtempSync(join(ROOT, 'node_modules/.run-'));
  try {
    const outfile = join(scratch, 'main.mjs');
    await build({
      absWorkingDir: ROOT,
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(ROOT, entry)).href) },
      logLevel: 'error',
    });
    await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [entry] = process.argv.splice(2, 1);
  if (entry === undefined) throw new Error('usage: node src/build/run-bundled.mjs ENTRY [arguments]');
  await runBundled(entry);
}
