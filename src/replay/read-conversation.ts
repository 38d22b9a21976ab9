// One line of JSON → one conversation, or what is wrong with the line.
import * as v from 'valibot';
import { type Conversation, NO_CHOICES } from '../protocol/conversation';
import type { Utterance } from '../protocol/utterance';
import { SPEAKERS } from '../protocol/vocabulary';

/** Time between utterances where the input gives none (ms): too slow for a burst, too fast to be overdue. */
const ASSUMED_GAP_MS = 60_000;

const Line = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  utterances: v.array(
    v.object({
      id: v.pipe(v.string(), v.minLength(1)),
      speaker: v.picklist(SPEAKERS),
      text: v.string(),
      at: v.optional(v.pipe(v.number(), v.finite())),
    }),
  ),
  draft: v.optional(v.string()),
});

export type ReadLine =
  | { readonly ok: true; readonly conversation: Conversation }
  | { readonly ok: false; readonly problem: string };

/** Read one input line. Unknown keys are passed over; the problem names the path of what is wrong. */
export function readConversation(line: string): ReadLine {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return { ok: false, problem: 'not JSON' };
  }
  const parsed = v.safeParse(Line, data);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    return { ok: false, problem: `${v.getDotPath(issue) ?? 'the line'}: ${issue.message}` };
  }
  const { id, draft = '' } = parsed.output;
  let clock = 0;
  const utterances = parsed.output.utterances.map((one): Utterance => {
    clock = one.at ?? clock + ASSUMED_GAP_MS;
    return { id: one.id, speaker: one.speaker, text: one.text, at: clock, final: true };
  });
  return { ok: true, conversation: { id, channel: 'chat', utterances, draft, choices: NO_CHOICES } };
}
