import { expect, test } from 'vitest';
import { hearFacts } from './facts';

test.each([
  ['Hi, my name is Priya Nair and my kettle arrived broken', 'name', 'Priya Nair', 'Priya'],
  ["I'm Tomasz, I ordered a desk lamp", 'name', 'Tomasz', 'Tomasz'],
  ['order number is 48-20713', 'order', '48-20713', '48-20713'],
  ['Where is booking KT5518?', 'order', 'KT5518', 'KT5518'],
  ['It was £389.00 in total', 'amount', '£389.00', '£389.00'],
  ['you took 45 euros twice', 'amount', '45 euros', '45 euros'],
  ['It was due last Tuesday', 'date', 'last Tuesday', 'last Tuesday'],
  ['booked for 14 October', 'date', '14 October', '14 October'],
  ['I have waited three weeks for this', 'duration', 'three weeks', 'three weeks'],
  ['on hold for 45 minutes', 'duration', '45 minutes', '45 minutes'],
  ['this is the third time I write', 'contact_count', 'third time', 'three'],
  ['I have called you twice', 'contact_count', 'twice', 'two'],
  ['my washing machine is leaking', 'product', 'washing machine', 'washing machine'],
  ['I bought a coffee grinder from you', 'product', 'coffee grinder', 'coffee grinder'],
])('%j holds the %s %j', (text, kind, words, value) => {
  const fact = hearFacts(text).find((one) => one.kind === kind);
  expect(fact).toMatchObject({ text: words, value });
  expect(text.slice(fact?.start, (fact?.start ?? 0) + (fact?.length ?? 0))).toBe(words);
});

test.each([
  ["I'm so tired of this", 'name'],
  ['This is Ridiculous', 'name'],
  ['my order is late', 'order'],
  ['my husband called you', 'product'],
  ['it costs too much', 'amount'],
])('%j holds no %s', (text, kind) => {
  expect(hearFacts(text).find((one) => one.kind === kind)).toBeUndefined();
});
