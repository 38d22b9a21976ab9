// What becomes of a tab's state when the tab closes, loads another page or moves to another site.
import { sendToReader } from '../platform/messaging';
import type { Reading } from '../protocol/reading';
import type { Conversations } from './conversations';
import { forgetFrames, forgetReadings, reportedFrames, takeReport } from './readings';
import { startReader } from './sites';

export type TabLifetime = {
  report(tab: number, frame: number, reading: Reading): Promise<void>;
  closed(tab: number): Promise<void>;
  loaded(tab: number): Promise<void>;
};

export function followTabs(conversations: Conversations, clock: () => number): TabLifetime {
  return {
    async report(tab, frame, reading) {
      const departure = await takeReport(tab, frame, reading, clock());
      if (departure === 'tab') await conversations.forget(tab);
      if (departure === 'frame') await conversations.forget(tab, frame);
    },

    async closed(tab) {
      await Promise.all([forgetReadings(tab), conversations.forget(tab)]);
    },

    /** Readers do not say goodbye: those that no longer answer are struck off, so that the panel says plainly that nothing is read. */
    async loaded(tab) {
      const frames = await reportedFrames(tab);
      if (frames.length === 0) return;
      const answers = await Promise.all(frames.map((frame) => sendToReader(tab, frame, 'reader/report', {})));
      const gone = frames.filter((_, index) => !answers[index]?.ok);
      if (gone.length === 0) return;
      await forgetFrames(tab, gone);
      // The click on the icon still counts after a reload of the same site; elsewhere this does nothing.
      if (gone.length === frames.length) await startReader(tab);
    },
  };
}
