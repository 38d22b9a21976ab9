// `npm test`: types, lint, unit and meta tests, a fresh build, end-to-end tests in a real browser. One count at the end.
// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'composure-test-'));
const count = { passed: 0, failed: 0 };

/** @param {string} file @param {string[]} args */
const node = (file, args) =>
  spawnSync(process.execPath, [join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
  }).status ?? 1;

/** One check that passes or fails as a whole. @param {string} name @param {string} file @param {...string} args */
function check(name, file, ...args) {
  const started = performance.now();
  const failed = node(file, args) !== 0;
  count[failed ? 'failed' : 'passed']++;
  console.log(`${failed ? '✗' : '✓'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return !failed;
}

/** One vitest project; each of its tests counts, and a file that cannot run counts as failed. @param {string} project */
function suite(project) {
  const report = join(scratch, `${project}.json`);
  const status = node('node_modules/vitest/vitest.mjs', [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const broken = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    count.passed += result.numPassedTests;
    count.failed += result.numFailedTests + broken;
    if (status !== 0 && result.numFailedTests + broken === 0) count.failed++;
  } catch {
    count.failed++;
  }
}

const only = process.argv[2];
/** @param {string} part */
const wanted = (part) => only === undefined || only === part;

if (wanted('types')) {
  check('types', 'node_modules/typescript/bin/tsc', '--noEmit');
  check('types of the core, without the DOM', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'src/coach');
}
if (wanted('lint')) {
  check('lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '.');
  check('nothing unused', 'node_modules/knip/bin/knip.js');
}
if (wanted('unit')) suite('unit');
if (
  wanted('e2e') &&
  check('build', 'build.mjs', '--target', 'chrome', '--dev', '--out', 'dist/test/chrome') &&
  check('build of the demo', 'build.mjs', '--only', 'demo')
)
  suite('e2e');

rmSync(scratch, { recursive: true, force: true });
console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed > 0 ? 1 : 0;
