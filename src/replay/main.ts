// The command line over the coach: conversations as JSONL on standard input, or in the files named; advice as JSONL out.
// Bad lines are reported with their number on standard error, the rest goes on, and the exit code is 1 at the end.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { BUILT_IN_PACK } from '../packs/built-in';
import { loadPack } from '../packs/load';
import type { Pack } from '../packs/schema';
import { readConversation } from './read-conversation';
import { adviceLines } from './write-advice';

const USAGE = 'usage: npm run -s replay -- [--pack PACK.json] [FILE.jsonl ...]   (no file: standard input)';

const fail = (text: string, code: number): never => {
  process.stderr.write(`${text}\n`);
  process.exit(code);
};

async function readPack(file: string): Promise<Pack> {
  const text = await readFile(file, 'utf8').catch((error: Error) =>
    fail(`replay: cannot read the pack ${file}: ${error.message}`, 2),
  );
  const loaded = loadPack(text);
  if (loaded.ok) return loaded.value;
  return fail(
    loaded.fault.map((one) => `replay: ${file}: ${one.where ?? 'file'}: ${one.code} ${one.detail ?? ''}`).join('\n'),
    2,
  );
}

async function write(line: string): Promise<void> {
  if (!process.stdout.write(line)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** Replay one source; the number of lines that could not be read. */
async function replay(input: NodeJS.ReadableStream, source: string, pack: Pack): Promise<number> {
  let number = 0;
  let bad = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const read = readConversation(number === 1 ? line.replace(/^\ufeff/, '') : line);
    if (read.ok) for (const advice of adviceLines(read.conversation, pack)) await write(`${JSON.stringify(advice)}\n`);
    else {
      bad++;
      process.stderr.write(`replay: ${source}line ${number}: ${read.problem}\n`);
    }
  }
  return bad;
}

async function main(args: string[]): Promise<void> {
  const files: string[] = [];
  let pack: Pack = BUILT_IN_PACK;
  while (args.length > 0) {
    const arg = args.shift() as string;
    if (arg === '--help') fail(USAGE, 0);
    else if (arg === '--pack') pack = await readPack(args.shift() ?? fail(USAGE, 2));
    else if (arg.startsWith('-')) fail(`replay: unknown option ${arg}\n${USAGE}`, 2);
    else files.push(arg);
  }
  let bad = 0;
  if (files.length === 0) bad = await replay(process.stdin, '', pack);
  for (const file of files) {
    bad += await replay(createReadStream(file, 'utf8'), `${file}: `, pack).catch((error: Error) => {
      process.stderr.write(`replay: ${file}: ${error.message}\n`);
      return 1;
    });
  }
  process.exitCode = bad > 0 ? 1 : 0;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
await main(process.argv.slice(2));
