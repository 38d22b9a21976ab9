// `npm run train`: our corpus and the emotion sets in, assets/models/anger.json out. Same input, same bytes; it runs for some minutes.
// Learns from train splits alone; what joins wording and cues, and the levels, come from the dev split.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../coach/compile';
import { hearCues } from '../coach/hear/cues';
import { evidenceOf, weigh } from '../coach/hear/evidence';
import { thanksWords } from '../coach/hear/thanks';
import { readText } from '../coach/language';
import { BUILT_IN_PACK } from '../packs/built-in';
import { chanceOf, joinEvidence, setLevels } from './calibrate';
import { bucketsOf, corpusExamples, type EmotionLine, emotionExamples, readEmotionLines } from './examples';
import { learn, scoreOf } from './learn';
import { linesOf, readCorpus } from './read-corpus';
import { MODEL_BUCKETS, quantise, storedModel } from './store-model';

const SHIPPED = 'assets/models/anger.json';
const EMOTIONS = 'emotion.tsv.gz';

const USAGE = `usage: npm run train -- [--corpus FOLDER] [--data FOLDER] [--out FILE] [--check]
  --corpus  our corpus (tests/eval/corpus)
  --data    folder with emotion.tsv.gz (../shared/data/train)
  --out     the model (${SHIPPED})
  --check   write nothing: exit with 1 unless the result is the file's bytes`;

type Options = { corpus: string; data: string; out: string; check: boolean };

function readOptions(args: readonly string[]): Options {
  const options = {
    corpus: 'tests/eval/corpus',
    data: '../shared/data/train',
    out: SHIPPED,
    check: false,
  };
  for (let at = 0; at < args.length; at++) {
    const [flag, value] = [args[at], args[at + 1]];
    if (flag === '--check') options.check = true;
    else if ((flag === '--corpus' || flag === '--data' || flag === '--out') && value !== undefined) {
      options[flag.slice(2) as 'corpus' | 'data' | 'out'] = value;
      at++;
    } else throw new Error(USAGE);
  }
  return options;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The emotion sets, where they are. Without them another model comes out: never over the shipped one. */
function emotionLines({ data, out }: Options): EmotionLine[] {
  if (existsSync(join(data, EMOTIONS))) return readEmotionLines(data, EMOTIONS);
  if (out === SHIPPED) throw new Error(`${join(data, EMOTIONS)} is not here. Name another --out to learn from our corpus alone`);
  say(`train: ${join(data, EMOTIONS)} is not here: learning from our corpus alone`);
  return [];
}

function train(options: Options): number {
  const { corpus, out, check } = options;
  const { customer } = readCorpus(corpus);
  const [learned, held] = [linesOf(customer, 'train'), linesOf(customer, 'dev')];

  say(`train: reading ${learned.length} lines of our corpus and the emotion sets`);
  const examples = [...corpusExamples(learned, MODEL_BUCKETS), ...emotionExamples(emotionLines(options), MODEL_BUCKETS)];
  say(`train: learning the wording from ${examples.length} texts`);
  const wording = quantise(learn(examples, MODEL_BUCKETS));

  say(`train: joining it with the pack's cues on ${held.length} lines held out`);
  const pack = compile(BUILT_IN_PACK);
  const hear = (source: string) => {
    const text = readText(source);
    const evidence = evidenceOf(weigh(hearCues(text, pack, thanksWords(text))));
    return { wording: scoreOf(bucketsOf(source, MODEL_BUCKETS), wording.values), evidence };
  };
  const heard = held.map(({ text, anger, trap }) => ({ ...hear(text), anger, trap }));
  const joint = joinEvidence(heard);
  const tricky = heard.filter(({ trap }) => trap !== null).map((line) => chanceOf(joint, line));
  const text = storedModel(wording, joint, setLevels(tricky, joint.starts));

  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  if (check) {
    const same = existsSync(out) && readFileSync(out, 'utf8') === text;
    say(`train: ${same ? 'the same bytes as' : 'not the bytes of'} ${out} (${digest})`);
    return same ? 0 : 1;
  }
  writeFileSync(out, text);
  say(`train: wrote ${out}: ${Buffer.byteLength(text)} bytes, sha256 ${digest}…`);
  return 0;
}

try {
  process.exitCode = train(readOptions(process.argv.slice(2)));
} catch (error) {
  say(`train: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
