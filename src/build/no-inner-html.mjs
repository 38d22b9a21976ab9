// An esbuild plugin that takes preact's innerHTML assignment out of the bundles.
import { readFileSync } from 'node:fs';
import { BuildError } from './build-error.mjs';

/**
 * preact assigns innerHTML in one place, for a prop that is never used here. Add-on reviewers object to the assignment, and a page
 * that cannot assign it is safer: it goes. Fails the build when preact no longer has exactly that one.
 * @type {import('esbuild').Plugin}
 */
export const noInnerHtml = {
  name: 'no-inner-html',
  setup(bundle) {
    bundle.onLoad({ filter: /preact[\\/]dist[\\/]preact\.mjs$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const assignment = /\(\w+\.innerHTML=\w+\.__html\)/g;
      const found = source.match(assignment)?.length ?? 0;
      if (found !== 1) throw new BuildError(`preact changed: expected one innerHTML assignment, found ${found}`);
      return { contents: source.replace(assignment, '(0)'), loader: 'js' };
    });
  },
};
