import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ANGER_MODEL } from '../../src/coach/hear/anger-model';
import { lintCorpus } from '../../src/train/lint-corpus';
import { linesOf, readCorpus } from '../../src/train/read-corpus';
import { auc, countAt, f1 } from './measures';
import { COMPOSURE } from './systems';

const corpus = readCorpus(fileURLToPath(new URL('corpus', import.meta.url)));
const size = (batches: readonly { readonly lines: readonly unknown[] }[]) =>
  batches.reduce((sum, { lines }) => sum + lines.length, 0);

test('the corpus is as large as promised, and every split has whole batches of both kinds', () => {
  expect(size(corpus.customer)).toBeGreaterThanOrEqual(4_000);
  expect(size(corpus.agent)).toBeGreaterThanOrEqual(3_000);
  for (const kind of [corpus.customer, corpus.agent])
    expect(new Set(kind.map(({ split }) => split))).toEqual(new Set(['train', 'dev', 'test']));
});

test('at least fifteen industries, all channels, and a third hard negatives', () => {
  const lines = corpus.customer.flatMap(({ lines }) => lines);
  expect(new Set(lines.map(({ industry }) => industry)).size).toBeGreaterThanOrEqual(15);
  expect(new Set(lines.map(({ channel }) => channel)).size).toBe(4);
  expect(lines.filter(({ trap }) => trap !== null).length / lines.length).toBeGreaterThan(0.25);
});

test('no label contradicts another, no line comes twice, and none is nearly in another split', () => {
  expect(lintCorpus(corpus)).toEqual([]);
});

test('the linter finds what it is for', () => {
  const [batch] = corpus.customer;
  const [line] = batch?.lines ?? [];
  if (!batch || !line) throw new Error('an empty corpus');
  const wrong = { ...line, anger: 0 as const, cues: ['insult' as const], trap: null };
  const broken = {
    customer: [
      { ...batch, lines: [wrong] },
      { name: 'c99', split: 'test' as const, lines: [line] },
    ],
    agent: [],
  };
  expect(lintCorpus(broken).map(({ problem }) => problem)).toEqual(
    expect.arrayContaining(['a calm line carries no cues', 'in another batch than its id says', 'the same text twice']),
  );
});

// The whole of `npm run eval` takes a minute, and the test split is for it alone: this is a floor on the dev split.
test('a change has not broken the ear: on the dev split it is as good as when its model was made', () => {
  const scored = linesOf(corpus.customer, 'dev').map(({ text, anger }) => ({
    score: COMPOSURE.score(text),
    positive: anger >= 2,
  }));
  expect(auc(scored)).toBeGreaterThan(0.89);
  expect(f1(countAt(scored, ANGER_MODEL.levels.balanced[1]))).toBeGreaterThan(0.68);
});
