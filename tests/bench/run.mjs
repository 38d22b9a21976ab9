// `npm run bench`: the engine alone, the sizes of the bundles against their budgets, and the whole road in a real browser.
// @ts-check
import { fileURLToPath } from 'node:url';
import { build } from '../../build.mjs';
import { runBundled } from '../../src/build/run-bundled.mjs';

console.log('# Engine');
await runBundled('tests/bench/engine.ts');
console.log('\n# Bundles');
const { sizes } = await build({
  target: 'chrome',
  dev: true,
  out: fileURLToPath(new URL('../../dist/test/chrome', import.meta.url)),
});
for (const { file, bytes, budgetBytes } of sizes)
  console.log(`  ${file.padEnd(16)} ${(bytes / 1000).toFixed(1).padStart(7)} of ${budgetBytes / 1000} kB`);
await build({ only: 'demo' });
console.log('\n# In the browser');
await runBundled('tests/bench/browser.ts');
