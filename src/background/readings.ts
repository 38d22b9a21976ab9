// What is read in each tab: the reports of its frames, and the best of them for the panel. Both stand in storage.session, so that
// a worker that has just started knows what the last one knew.
import { serially } from '../platform/serial';
import { removeSession, sessionItem, writeSession } from '../platform/storage-item';
import type { Reading, ReadingState } from '../protocol/reading';
import { SESSION_KEYS, type TabReading } from '../protocol/state';

/** Best first: a frame that reads stands for its tab, whatever the advertisements beside it report. */
const BEST_FIRST: readonly ReadingState[] = [
  'reading',
  'empty',
  'unsure',
  'drawn',
  'starting',
  'lost',
  'stale',
  'no_conversation',
];
/** Frames remembered per tab: helpdesks have a handful; a page of advertisements can have hundreds. */
const MAX_FRAMES = 50;

type FrameReports = Readonly<Record<string, TabReading>>;
/** The background's own: only the merged reading is for others. */
const framesItem = (tab: number) => sessionItem<FrameReports>(`frames:${tab}`);

/** What a report or a lost frame means for the conversations of the tab: nothing, or that this frame (or all of them) left its site. */
export type Departure = 'none' | 'frame' | 'tab';

/** Takes one frame's report. Out: who has left the site it was on; told by the host, since ids of conversations may repeat across sites. */
export function takeReport(tab: number, frame: number, reading: Reading, now: number): Promise<Departure> {
  return serially(`frames:${tab}`, async () => {
    const reports = (await framesItem(tab).get()) ?? {};
    const moved = reports[frame] !== undefined && reports[frame].host !== reading.host;
    const departure = !moved ? 'none' : frame === 0 ? 'tab' : 'frame';
    await writeReports(tab, { ...(departure === 'tab' ? {} : reports), [frame]: { ...reading, tab, frame, at: now } });
    return departure;
  });
}

/** Frames of a tab that have reported. */
export async function reportedFrames(tab: number): Promise<number[]> {
  return Object.keys((await framesItem(tab).get()) ?? {}).map(Number);
}

/** Frames whose reader is gone: their reports no longer count. */
export function forgetFrames(tab: number, frames: readonly number[]): Promise<void> {
  return serially(`frames:${tab}`, async () => {
    const reports = (await framesItem(tab).get()) ?? {};
    await writeReports(tab, Object.fromEntries(Object.entries(reports).filter(([frame]) => !frames.includes(Number(frame)))));
  });
}

export function forgetReadings(tab: number): Promise<void> {
  return serially(`frames:${tab}`, () => writeReports(tab, {}));
}

async function writeReports(tab: number, reports: FrameReports): Promise<void> {
  const ranked = Object.values(reports).sort(byWorth);
  const [best] = ranked;
  if (best === undefined) return removeSession([`frames:${tab}`, SESSION_KEYS.reading(tab)]);
  const kept = Object.fromEntries(ranked.slice(0, MAX_FRAMES).map((report) => [report.frame, report]));
  await writeSession(
    new Map<string, unknown>([
      [`frames:${tab}`, kept],
      [SESSION_KEYS.reading(tab), best],
    ]),
  );
}

/** Best state first; among equals the newest report, which is where the agent last did something; then the outermost frame. */
function byWorth(a: TabReading, b: TabReading): number {
  return BEST_FIRST.indexOf(a.state) - BEST_FIRST.indexOf(b.state) || b.at - a.at || a.frame - b.frame;
}
