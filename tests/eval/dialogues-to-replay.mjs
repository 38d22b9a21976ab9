// Dialogues as the data sets hold them (JSONL, plain or gzipped, with `turns`) → the input form of `npm run replay`.
// usage: node tests/eval/dialogues-to-replay.mjs FILE > conversations.jsonl
// @ts-check
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const file = process.argv[2];
if (file === undefined) {
  process.stderr.write('usage: node tests/eval/dialogues-to-replay.mjs FILE > conversations.jsonl\n');
  process.exit(2);
}
const bytes = readFileSync(file);
const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
for (const line of lines.filter(Boolean)) {
  /** @type {{ id: string, turns: { speaker: string, text: string }[] }} */
  const { id, turns } = JSON.parse(line);
  const utterances = turns.map(({ speaker, text }, index) => ({ id: `${index}`, speaker, text }));
  process.stdout.write(`${JSON.stringify({ id, utterances })}\n`);
}
