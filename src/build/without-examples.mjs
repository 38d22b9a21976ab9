// An esbuild plugin that leaves the examples of built-in rules out of a bundle. They are tests: the worker never runs them, and
// without them it is half the size and sooner awake.
import { readFileSync } from 'node:fs';

/** @type {import('esbuild').Plugin} */
export const withoutExamples = {
  name: 'without-examples',
  setup(bundle) {
    bundle.onLoad({ filter: /packs[\\/]built-in[\\/]en[\\/].*\.json$/ }, ({ path }) => {
      const bare = JSON.parse(readFileSync(path, 'utf8'), (key, value) => (key === 'examples' ? { hit: [], miss: [] } : value));
      return { contents: JSON.stringify(bare), loader: 'json' };
    });
  },
};
