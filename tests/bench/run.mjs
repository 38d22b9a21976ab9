// `npm run bench`: the engine alone, the sizes of the bundles against their budgets, and the whole road in a real browser.
// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { build } from '../../build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Inside the project, so that the packages left out of the bundle are found.
const scratch = mkdtempSync(join(root, 'node_modules/.bench-'));

/** @param {string} name */
async function run(name) {
  const outfile = join(scratch, `${name}.mjs`);
  await bundle({
    entryPoints: [join(root, `tests/bench/${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    // The sources ask where they stand; the bundle stands elsewhere.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'tests/bench/run.mjs')).href) },
    logLevel: 'error',
  });
  await import(pathToFileURL(outfile).href);
}

try {
  console.log('# Engine');
  await run('engine');
  console.log('\n# Bundles');
  const { sizes } = await build({ target: 'chrome', dev: true, out: join(root, 'dist/test/chrome') });
  for (const { file, bytes, budgetBytes } of sizes)
    console.log(`  ${file.padEnd(16)} ${(bytes / 1000).toFixed(1).padStart(7)} of ${budgetBytes / 1000} kB`);
  await build({ only: 'demo' });
  console.log('\n# In the browser');
  await run('browser');
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
