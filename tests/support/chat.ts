// A conversation written as a script, and the advice after it.
import { advise } from '../../src/coach/advise';
import { BUILT_IN_PACK } from '../../src/packs/built-in';
import type { Pack } from '../../src/packs/schema';
import type { Advice } from '../../src/protocol/advice';
import { type Choices, type Conversation, NO_CHOICES } from '../../src/protocol/conversation';
import type { Utterance } from '../../src/protocol/utterance';

/** Utterances from lines such as "C: where is it" and "A+30: hello" (30 s after the line before; 60 s where nothing is said). */
export function utterances(...lines: readonly string[]): Utterance[] {
  let at = 0;
  return lines.map((line, index) => {
    const match = /^([CABS])(?:\+(\d+))?: (.*)$/s.exec(line);
    if (!match) throw new Error(`not a line of a chat: ${line}`);
    at += Number(match[2] ?? 60) * 1000;
    const speaker = ({ C: 'customer', A: 'agent', B: 'bot', S: 'system' } as const)[match[1] as 'C' | 'A' | 'B' | 'S'];
    return { id: `u${index}`, speaker, text: match[3] as string, at, final: true };
  });
}

type Options = {
  readonly draft?: string;
  readonly choices?: Choices;
  readonly pack?: Pack;
  readonly later?: number;
  readonly name?: string;
};

/** Advice after these lines; `later`: so many seconds after the last one. */
export function adviceAfter(
  lines: readonly string[],
  { draft = '', choices = NO_CHOICES, pack = BUILT_IN_PACK, later = 0, name }: Options = {},
): Advice {
  const said = utterances(...lines).map((one) => (name !== undefined && one.speaker === 'customer' ? { ...one, name } : one));
  const conversation: Conversation = { id: lines.join('\n'), channel: 'chat', utterances: said, draft, choices };
  return advise(conversation, pack, (said.at(-1)?.at ?? 0) + later * 1000);
}

export const stateOf = (advice: Advice, id: string): string | undefined => advice.steps.find((step) => step.id === id)?.state;
export const evidenceOf = (advice: Advice, id: string): string | undefined =>
  advice.steps.find((step) => step.id === id)?.evidence?.text;
export const slipsOf = (advice: Advice): string[] => advice.guardrails.map((slip) => slip.id);
