// The English words of the interface, for tests that look at what people read.
import messages from '../../assets/_locales/en/messages.json';
import { fakeBrowser } from '../../src/platform/fake-browser';

/** key → message, as the browser would find it. */
const ENGLISH: ReadonlyMap<string, string> = new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));

/** Lets the fake browser speak English, until it is reset. */
export function speakEnglish(): void {
  for (const [key, message] of ENGLISH) fakeBrowser.state.messages.set(key, message);
}
