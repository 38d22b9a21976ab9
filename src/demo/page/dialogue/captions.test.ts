import { expect, test } from 'vitest';
import { captionFrames, meantText, speechMs } from './captions';

const LINE = 'it never came on {tooth|Tuesday}, not even late';
const texts = (line: string) => captionFrames(line).map(({ text }) => text);

test('a caption grows word by word', () => {
  expect(texts('no one came').slice(0, 3)).toEqual(['no', 'no one', 'no one came']);
});

test('a misheard word stands until more words have come, and is then rewritten in place', () => {
  const frames = texts(LINE);
  expect(frames).toContain('it never came on tooth,');
  expect(frames).toContain('it never came on tooth, not even');
  expect(frames).toContain('it never came on Tuesday, not even late');
});

test('only the last frame is final, and it holds what was meant', () => {
  const frames = captionFrames(LINE);
  expect(frames.filter(({ final }) => final)).toHaveLength(1);
  expect(frames.at(-1)).toMatchObject({ text: 'it never came on Tuesday, not even late', final: true });
});

test('a misheard last word is put right by the final frame', () => {
  expect(texts('say {bye|buy}').slice(-2)).toEqual(['say bye', 'say buy']);
});

test('frames come in time order and end within the time the line takes to say', () => {
  const times = captionFrames(LINE).map(({ afterMs }) => afterMs);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times.at(-1)).toBeLessThanOrEqual(speechMs(LINE));
});

test('a line without marks is left as it is', () => {
  expect(meantText('half past four')).toBe('half past four');
});
