// The build, as named steps: sources in, folders a browser loads out. Same sources, same bytes.
// `node build.mjs --help` tells the flags; tests and the demo's launcher import build() instead.
// Its parts that stand alone (manifest scheme, zip, flags) are in src/build.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { BuildError } from './src/build/build-error.mjs';
import { PARTS, parseFlags, TARGETS, USAGE } from './src/build/flags.mjs';
import { narrowManifest } from './src/build/manifest.mjs';
import { noInnerHtml } from './src/build/no-inner-html.mjs';
import { withoutExamples } from './src/build/without-examples.mjs';
import { zipOf } from './src/build/zip.mjs';

/** @typedef {import('./src/build/flags.mjs').Target} Target */
/** @typedef {import('./src/build/flags.mjs').Part} Part */
/**
 * @typedef {object} BuildOptions
 * @property {Target} [target]  the extension for this browser alone; default everything for both
 * @property {boolean} [dev]    reads localhost without being asked, and has a fixed id
 * @property {string} [out]     where to: the folder itself when one thing is built, else a folder with one per thing
 * @property {boolean} [zip]    also pack each extension folder, next to it
 * @property {Part} [only]      one part; default all
 */
/** @typedef {{ thing: string, step: string, ms: number }} Timing */
/** @typedef {{ thing: string, file: string, bytes: number, budgetBytes: number }} Size */
/** @typedef {{ folders: Record<string, string>, zips: string[], timings: Timing[], sizes: Size[], warnings: string[] }} BuildReport */

const ROOT = dirname(fileURLToPath(import.meta.url));

/**
 * Most bytes of each bundle, minified. The reader runs in every frame of a granted site: 90 kB buy it discovery on pages that no
 * adapter knows (a third of it) and the checks on every message (a fifth). The worker holds the language library, the anger
 * model and the built-in pack, of which the patterns alone are 0.6 MB; the options page holds the pack with its examples too. Both
 * load from disk, off every page.
 */
export const BUDGETS_BYTES = {
  'reader.js': 90_000,
  'background.js': 1_400_000,
  'panel.js': 90_000,
  'options.js': 1_400_000,
  'panel.css': 40_000,
  'options.css': 40_000,
};

/** Everything a build puts at the top of a folder; what holds only these may be emptied. */
const MADE = {
  extension: ['manifest.json', 'panel.html', 'options.html', 'icons', '_locales', ...Object.keys(BUDGETS_BYTES)],
  demo: ['index.html', 'demo.js', 'demo.css'],
  replay: ['main.mjs'],
};

/** @type {esbuild.BuildOptions} */
const BUNDLE = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'silent',
  write: true,
};
const BROWSERS = ['chrome123', 'firefox140'];

/**
 * Builds what the options ask for.
 * Out: where everything is, how long each step took, and the size of each bundle. Throws BuildError for a missing source, a
 * source that does not compile, a bundle over its budget, or a folder that holds something else.
 * @param {BuildOptions} [options]
 * @returns {Promise<BuildReport>}
 */
export async function build({ target, dev = false, out, zip = false, only } = {}) {
  const targets = target === undefined ? TARGETS : [target];
  // Whoever names a browser wants the extension for it and nothing else.
  const part = only ?? (target === undefined ? undefined : 'extension');
  const things = PARTS.filter((one) => part === undefined || one === part).flatMap(
    /** @returns {(Target | Part)[]} */ (one) => (one === 'extension' ? [...targets] : [one]),
  );
  const folderOf = (/** @type {string} */ thing) =>
    out !== undefined && things.length === 1 ? resolve(out) : resolve(out ?? join(ROOT, 'dist'), thing);

  /** @type {BuildReport} */
  const report = { folders: {}, zips: [], timings: [], sizes: [], warnings: [] };
  for (const thing of things) {
    const folder = folderOf(thing);
    report.folders[thing] = folder;
    for (const [step, work] of stepsOf(thing, folder, { dev, zip }, report)) {
      const startedAt = performance.now();
      await work();
      report.timings.push({ thing, step, ms: performance.now() - startedAt });
    }
  }
  return report;
}

/**
 * @param {Target | Part} thing
 * @param {string} folder
 * @param {{ dev: boolean, zip: boolean }} options
 * @param {BuildReport} report
 * @returns {[string, () => unknown][]}
 */
function stepsOf(thing, folder, { dev, zip }, report) {
  const bundle = (/** @type {Record<string, string>} */ entries, /** @type {esbuild.BuildOptions} */ options) =>
    runEsbuild(entries, folder, options, report);
  const browser = { target: BROWSERS, plugins: [noInnerHtml] };
  if (thing === 'replay') {
    return [
      ['folder', () => clearFolder(folder, thing)],
      [
        'bundle',
        () =>
          bundle(
            { main: 'src/replay/main.ts' },
            { format: 'esm', platform: 'node', target: 'node20', minify: false, outExtension: { '.js': '.mjs' } },
          ),
      ],
    ];
  }
  if (thing === 'demo') {
    return [
      ['folder', () => clearFolder(folder, thing)],
      ['page', () => copy('src/demo/page/index.html', join(folder, 'index.html'))],
      ['script', () => bundle({ demo: 'src/demo/page/main.ts' }, { ...browser, format: 'esm' })],
      ['styles', () => bundle({ demo: 'src/demo/page/desk.css' }, browser)],
    ];
  }
  const target = /** @type {Target} */ (thing);
  return [
    ['folder', () => clearFolder(folder, thing)],
    ['manifest', () => writeManifest(folder, target, dev)],
    ['markup', () => ['panel', 'options'].map((page) => copy(`src/${page}/${page}.html`, join(folder, `${page}.html`)))],
    ['icons and words', () => copyAssets(folder)],
    ['reader', () => bundle({ reader: 'src/reader/main.ts' }, { ...browser, format: 'iife' })],
    ['worker', () => bundle({ background: 'src/background/main.ts' }, { ...browser, format: 'esm', plugins: [withoutExamples] })],
    ['pages', () => bundle({ panel: 'src/panel/main.tsx', options: 'src/options/main.tsx' }, { ...browser, format: 'esm' })],
    ['styles', () => bundle({ panel: 'src/panel/panel.css', options: 'src/options/options.css' }, browser)],
    ['budgets', () => weigh(target, folder, report)],
    ...(zip ? [/** @type {[string, () => unknown]} */ (['zip', () => report.zips.push(writeZip(folder, target))])] : []),
  ];
}

/**
 * @param {Record<string, string>} entries  name in the folder → source
 * @param {string} folder
 * @param {esbuild.BuildOptions} options
 * @param {BuildReport} report
 */
async function runEsbuild(entries, folder, options, report) {
  for (const source of Object.values(entries)) mustExist(source);
  try {
    const { warnings } = await esbuild.build({ ...BUNDLE, ...options, entryPoints: entries, outdir: folder });
    report.warnings.push(...(await esbuild.formatMessages(warnings, { kind: 'warning' })));
  } catch (error) {
    const { errors } = /** @type {esbuild.BuildFailure} */ (error);
    if (!Array.isArray(errors)) throw error;
    throw new BuildError((await esbuild.formatMessages(errors, { kind: 'error' })).join(''));
  }
}

/**
 * @param {string} folder
 * @param {Target} target
 * @param {boolean} dev
 */
function writeManifest(folder, target, dev) {
  const manifest = narrowManifest(readJson('manifest.json'), { target, dev, version: readVersion() });
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** @param {string} folder */
function copyAssets(folder) {
  for (const file of filesIn(join(ROOT, 'assets/icons')))
    if (file.endsWith('.png')) copy(`assets/icons/${file}`, join(folder, 'icons', file));
  for (const file of filesIn(join(ROOT, 'assets/_locales'))) copy(`assets/_locales/${file}`, join(folder, '_locales', file));
}

/**
 * @param {Target} target
 * @param {string} folder
 * @param {BuildReport} report
 */
function weigh(target, folder, report) {
  const sizes = Object.entries(BUDGETS_BYTES).map(([file, budgetBytes]) => {
    return { thing: target, file, bytes: statSync(join(folder, file)).size, budgetBytes };
  });
  report.sizes.push(...sizes);
  const over = sizes.filter(({ bytes, budgetBytes }) => bytes > budgetBytes);
  if (over.length === 0) return;
  throw new BuildError(over.map((size) => `${size.thing}/${size.file} is over its budget: ${sizeLine(size)}`).join('\n'));
}

/**
 * Packs a folder; entries sorted, every date the same, so that the same files give the same bytes.
 * @param {string} folder
 * @param {Target} target
 */
function writeZip(folder, target) {
  const path = join(dirname(folder), `composure-${target}-${readVersion()}.zip`);
  writeFileSync(path, zipOf(filesIn(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))));
  return path;
}

/**
 * Empties the folder of an earlier build; never one that holds anything that a build does not make.
 * @param {string} folder
 * @param {Target | Part} thing
 */
function clearFolder(folder, thing) {
  const made = MADE[thing === 'demo' || thing === 'replay' ? thing : 'extension'];
  const strange = existsSync(folder) ? readdirSync(folder).find((name) => !made.includes(name)) : undefined;
  if (strange !== undefined) throw new BuildError(`${folder} holds "${strange}", which no build made: nothing was touched`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/**
 * @param {string} source
 * @param {string} destination
 */
function copy(source, destination) {
  mustExist(source);
  cpSync(join(ROOT, source), destination);
}

/** @param {string} source */
function mustExist(source) {
  if (!existsSync(join(ROOT, source))) throw new BuildError(`${source} is missing`);
}

/**
 * Every file under a folder, as sorted relative paths with forward slashes.
 * @param {string} folder
 */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function readVersion() {
  const { version } = readJson('package.json');
  return String(version);
}

/**
 * @param {string} file
 * @returns {import('./src/build/manifest.mjs').JsonObject}
 */
const readJson = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

/** @param {Size} size */
const sizeLine = ({ file, bytes, budgetBytes }) =>
  `${file.padEnd(14)} ${(bytes / 1000).toFixed(1).padStart(6)} of ${budgetBytes / 1000} kB`;

/** @param {BuildReport} report */
function describe({ folders, zips, timings, sizes }) {
  const lines = Object.entries(folders).flatMap(([thing, folder]) => [
    `${thing} -> ${relative(process.cwd(), folder) || '.'}`,
    ...timings
      .filter((timing) => timing.thing === thing)
      .map(({ step, ms }) => `  ${step.padEnd(18)} ${ms.toFixed(0).padStart(5)} ms`),
    ...sizes.filter((size) => size.thing === thing).map((size) => `  ${sizeLine(size)}`),
  ]);
  return [...lines, ...zips.map((zip) => `packed ${relative(process.cwd(), zip)}`)].join('\n');
}

/**
 * @param {BuildOptions & { quiet: boolean }} options
 * @returns {Promise<boolean>} whether it worked
 */
async function buildAndTell({ quiet, ...options }) {
  const startedAt = performance.now();
  try {
    const report = await build(options);
    for (const warning of report.warnings) console.error(warning.trimEnd());
    if (!quiet) console.log(`${describe(report)}\nbuilt in ${(performance.now() - startedAt).toFixed(0)} ms`);
    return true;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(`build: ${error.message.trimEnd()}`);
    return false;
  }
}

/**
 * Builds again after changes; several in a row make one build.
 * @param {BuildOptions & { quiet: boolean }} options
 */
function watchSources(options) {
  const settleMs = 80;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let building = Promise.resolve(true);
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(() => buildAndTell(options));
    }, settleMs);
  };
  for (const source of ['src', 'assets', 'manifest.json', 'package.json'])
    watch(join(ROOT, source), { recursive: true }, changed);
}

/**
 * @param {string[]} args
 * @returns {Promise<number>} exit code: 0 built, 1 not built, 2 bad flags
 */
async function main(args) {
  try {
    const { help, watch: again, ...options } = parseFlags(args);
    if (help) {
      console.log(USAGE);
      return 0;
    }
    const built = await buildAndTell(options);
    if (again) watchSources(options);
    return built ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(`build: ${error.message} (--help tells the flags)`);
    return 2;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await main(process.argv.slice(2));
