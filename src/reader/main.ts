// The content script's entry: one reader in this frame, wired to the background. Runs in every frame of a page, so it does little
// until it finds something to read.
import { isOrphaned } from '../platform/extension';
import { log } from '../platform/log';
import { receive, send } from '../platform/messaging';
import { FrameReader } from './frame-reader';
import { HELPDESKS } from './helpdesks/index';
import { takePage } from './lifetime';
import { newSession } from './sync';

const lifetime = takePage(globalThis);
if (lifetime !== null) {
  const reader = new FrameReader({
    document,
    adapters: HELPDESKS,
    wire: { send, isOrphaned, warn: log.warn },
    session: newSession(),
    signal: lifetime.signal,
    orphaned: lifetime.end,
  });
  lifetime.onInjectedAgain = () => reader.report();
  receive('reader', {
    'composer/insert': async ({ conversation, text }) => reader.insert(conversation, text),
    'reader/report': async () => {
      reader.report();
      return {};
    },
  });
}
