// The engine alone: cost of the next `advise` by conversation length, and cold start. Run by tests/bench/run.mjs.
import { advise } from '../../src/coach/advise';
import { BUILT_IN_PACK } from '../../src/packs/built-in';
import { type Conversation, NO_CHOICES } from '../../src/protocol/conversation';
import type { Utterance } from '../../src/protocol/utterance';
import { median, spread } from './statistics';

const CUSTOMER = [
  'I have been waiting for my order 48-20713 since Monday and it still has not arrived.',
  'This is the third time I have called about it and nobody has bothered to ring me back',
  'ok so where is it then? I paid £389.00 for that washing machine',
  'Honestly I am fed up with this, it is ridiculous.',
  'Fine. What happens now?',
];
const AGENT = [
  'I am sorry your machine has not come, I can see it was due on Monday.',
  'Let me look at the delivery myself, could you tell me the postcode it was going to?',
  'I have asked the depot to find it and I will write to you by 5 pm today.',
];

/** A line that was never said before, so that nothing is answered from memory. */
const line = (index: number): Utterance => {
  const isAgent = index % 3 === 2;
  const texts = isAgent ? AGENT : CUSTOMER;
  return {
    id: `u${index}`,
    speaker: isAgent ? 'agent' : 'customer',
    text: `${texts[index % texts.length]} (${index})`,
    at: index * 30_000,
    final: true,
  };
};

const LENGTHS = [10, 100, 1_000, 10_000];
const WARM_UP_ROUNDS = 200;
const ROUNDS = 1_000;

const coldStarted = performance.now();
advise({ id: 'cold', channel: 'chat', utterances: [line(0)], draft: '', choices: NO_CHOICES }, BUILT_IN_PACK, 0);
console.log(`cold start: pack compiled and first advice in ${(performance.now() - coldStarted).toFixed(1)} ms`);

const lengths = LENGTHS.map((length) => {
  const utterances = Array.from({ length }, (_, index) => line(index));
  const conversation: Conversation = { id: `bench-${length}`, channel: 'chat', utterances, draft: '', choices: NO_CHOICES };
  advise(conversation, BUILT_IN_PACK, length * 30_000);
  return { length, conversation, samples: [] as number[] };
});
// The lengths take turns, so that a slow moment of the machine falls on all of them. Each round says something new after the same past.
for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
  for (const { length, conversation, samples } of lengths) {
    const utterance = {
      ...line(0),
      id: 'next',
      text: `This is call number ${round} about ${length} things and nobody rings me back, where is it?`,
      at: length * 30_000,
    };
    const longer = { ...conversation, utterances: [...conversation.utterances, utterance] };
    const started = performance.now();
    advise(longer, BUILT_IN_PACK, utterance.at);
    if (round >= WARM_UP_ROUNDS) samples.push(performance.now() - started);
  }
}
console.log('next advise, by utterances already in the conversation:');
const base = median(lengths[0]?.samples ?? []);
for (const { length, samples } of lengths) {
  console.log(`  ${String(length).padStart(6)}: ${spread(samples)}   ×${(median(samples) / base).toFixed(2)} of the shortest`);
}
