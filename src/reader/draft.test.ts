// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Composer, ComposerState } from './composer';
import { DraftWatch } from './draft';

let field: HTMLTextAreaElement;
let state: ComposerState;
let told: string[];
let watch: DraftWatch;
let end: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<form><textarea></textarea><button>Send</button></form>';
  field = document.querySelector('textarea') as HTMLTextAreaElement;
  state = 'ready';
  told = [];
  end = new AbortController();
  const composer = (): Composer => ({ element: field, state });
  watch = new DraftWatch(document, { now: composer, last: composer }, (text) => told.push(text), end.signal);
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

const type = (text: string): void => {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

describe('what is being written', () => {
  test('is told once the agent has stopped for a moment', () => {
    type('H');
    vi.advanceTimersByTime(200);
    type('Hello');
    vi.advanceTimersByTime(249);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['Hello']);
  });

  test('is told once, and its end when somebody looks', () => {
    type('Hello');
    vi.advanceTimersByTime(250);
    watch.look();
    field.value = '';
    watch.look();
    watch.look();
    expect(told).toEqual(['Hello', '']);
  });

  test('is not told while it is a note, and what stood there counts as gone', () => {
    type('Hello');
    vi.advanceTimersByTime(250);
    state = 'private';
    type('She is difficult');
    vi.advanceTimersByTime(250);
    expect(told).toEqual(['Hello', '']);
  });

  test('is cut where the contract ends', () => {
    type('x'.repeat(20_000));
    vi.advanceTimersByTime(250);
    expect(told[0]).toHaveLength(10_000);
  });

  test('in another conversation is another draft', () => {
    type('Hello');
    vi.advanceTimersByTime(250);
    watch.turn('');
    watch.turn('Something else');
    expect(told).toEqual(['Hello', 'Hello', 'Hello']);
    field.value = '';
    watch.turn('Something else');
    expect(told.at(-1)).toBe('');
  });

  test('is not looked at after the end', () => {
    end.abort();
    type('Hello');
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([]);
  });
});

describe('what was just sent from here', () => {
  test('is what left the composer a moment ago', () => {
    type('I will send a new one.');
    vi.advanceTimersByTime(250);
    field.value = '';
    expect(watch.wasSent('I will  send a new one.')).toBe(true);
    expect(watch.wasSent('Something else')).toBe(false);
  });

  test('is known even if it was sent before the agent had stopped typing', () => {
    field.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      field.value = '';
    });
    type('On its way');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    field.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(watch.wasSent('On its way')).toBe(true);
  });

  test('is not what still stands there, nor what went long ago', () => {
    type('On its way');
    vi.advanceTimersByTime(250);
    expect(watch.wasSent('On its way')).toBe(false);
    field.value = '';
    watch.look();
    vi.advanceTimersByTime(10_001);
    expect(watch.wasSent('On its way')).toBe(false);
  });

  test('is nothing where the composer was emptied of nothing', () => {
    expect(watch.wasSent('')).toBe(false);
    expect(watch.wasSent('x')).toBe(false);
  });
});
