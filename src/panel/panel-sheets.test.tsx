// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

import type { Mood } from '../protocol/advice';
import { SESSION_KEYS } from '../protocol/state';
import { advice, NOON, oneConversation, record, said, TAB } from './fake-advice';
import { openPanel, type PanelInTest } from './fake-panel';

let panel: PanelInTest;
afterEach(() => panel.close());

const recordKey = SESSION_KEYS.conversation(TAB, 'c1');
const sheet = (name: string): HTMLElement => panel.get(`[data-sheet=${name}]`);
const type = (key: string, over: KeyboardEventInit = {}, target: EventTarget = document.body): Promise<void> => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over }));
  return panel.wait(0);
};
const entries = (): HTMLElement[] => [...panel.root.querySelectorAll<HTMLElement>('[data-utterance]')];

describe('what Composure reads', () => {
  test('every utterance is in the page while the sheet is closed: who, name, exact words', async () => {
    const utterances = [
      { ...said('u1', 'customer', 'I’ve  heard\n <b>nothing</b> '), name: 'Nadia Verbeek' },
      said('u2', 'agent', 'Let me look.'),
      said('u3', 'bot', 'I am a bot.'),
      said('u4', 'system', 'Jonas joined.'),
    ];
    panel = await openPanel(oneConversation(advice(), record('c1', { utterances })));
    expect(sheet('reads').hidden).toBe(true);
    expect(entries().map((one) => [one.getAttribute('data-utterance'), one.getAttribute('data-speaker')])).toEqual([
      ['u1', 'customer'],
      ['u2', 'agent'],
      ['u3', 'bot'],
      ['u4', 'system'],
    ]);
    expect(panel.text('[data-utterance=u1] [data-part=text]')).toBe('I’ve  heard\n <b>nothing</b> ');
    expect(entries().map((entry) => entry.querySelector('[data-part=name]')?.textContent)).toEqual([
      'Nadia Verbeek',
      'Agent',
      'Bot',
      'System',
    ]);
  });

  test('four hundred utterances stand in order; one more leaves the others untouched', async () => {
    const utterances = Array.from({ length: 399 }, (_, i) => said(`u${i}`, i % 2 ? 'agent' : 'customer', `Line ${i}`, i));
    panel = await openPanel(oneConversation(advice(), record('c1', { utterances })));
    const first = entries()[0];
    const textNode = first?.querySelector('[data-part=text]')?.firstChild;
    await panel.store({ [recordKey]: record('c1', { utterances: [...utterances, said('u399', 'agent', 'Line 399', 399)] }) });
    expect(entries().map((one) => one.getAttribute('data-utterance'))).toEqual(Array.from({ length: 400 }, (_, i) => `u${i}`));
    expect(entries()[0]).toBe(first);
    expect(entries()[0]?.querySelector('[data-part=text]')?.firstChild).toBe(textNode);
  });

  test('an edited utterance shows its new words, a removed one goes', async () => {
    panel = await openPanel(oneConversation());
    await panel.store({ [recordKey]: record('c1', { utterances: [said('u2', 'agent', 'Let me look again.', 30)] }) });
    expect(entries()).toHaveLength(1);
    expect(panel.text('[data-utterance=u2] [data-part=text]')).toBe('Let me look again.');
  });

  test('opens with its button, takes the focus, and gives it back when it closes', async () => {
    panel = await openPanel(oneConversation());
    panel.get('[data-action=reads]').focus();
    await panel.press('[data-action=reads]');
    expect(sheet('reads').hidden).toBe(false);
    expect(sheet('reads').contains(document.activeElement)).toBe(true);
    await panel.press('[data-sheet=reads] [data-action=close]');
    expect(sheet('reads').hidden).toBe(true);
    expect(document.activeElement).toBe(panel.get('[data-action=reads]'));
  });
});

describe('why', () => {
  const mood: Mood = {
    ...advice().mood,
    raised: [
      { utterance: 'u3', text: 'SECOND day', start: 0, length: 10, category: 'impact', rule: 'impact-day', effect: 0.5 },
      ...advice().mood.raised,
    ],
    lowered: [{ utterance: 'u4', text: 'thanks', start: 0, length: 6, category: 'relief', rule: 'relief-thanks', effect: -0.3 }],
    curve: [
      { utterance: 'u1', at: NOON, heat: 0.4, level: 'uneasy' },
      { utterance: 'u3', at: NOON + 60_000, heat: 0.9, level: 'angry' },
      { utterance: 'u4', at: NOON + 120_000, heat: 0.6, level: 'upset' },
    ],
  };

  test('lists what raised and what eased it, with the words and what they are', async () => {
    panel = await openPanel(oneConversation(advice({ mood })));
    await panel.press('[data-action=why]');
    expect([...panel.root.querySelectorAll('[data-part=raised] b')].map((one) => one.textContent)).toEqual([
      '“SECOND day”',
      '“heard nothing”',
    ]);
    expect(panel.text('[data-part=raised]')).toContain('a real loss');
    expect(panel.text('[data-part=lowered]')).toContain('“thanks”');
  });

  test('numbers the moments in the order they were said, and tells the curve in words', async () => {
    panel = await openPanel(oneConversation(advice({ mood })));
    await panel.press('[data-action=why]');
    expect([...panel.root.querySelectorAll('[data-part=raised] .signal-number')].map((one) => one.textContent)).toEqual([
      '2',
      '1',
    ]);
    expect([...panel.root.querySelectorAll('.curve text')].map((one) => one.textContent)).toEqual(['1', '2', '3']);
    expect(panel.get('.curve').getAttribute('aria-label')).toMatch(/: Uneasy, Angry, Upset$/);
  });

  test('keeps the next phrase in sight', async () => {
    panel = await openPanel(oneConversation(advice({ mood })));
    await panel.press('[data-action=why]');
    expect(panel.text('[data-sheet=why] .sheet-foot')).toContain('Words of one.');
  });

  test('closes by itself when the conversation goes, and what lay under it can be reached', async () => {
    panel = await openPanel(oneConversation(advice({ mood })));
    await panel.press('[data-action=why]');
    await panel.forget(SESSION_KEYS.reading(TAB));
    expect(sheet('why').hidden).toBe(true);
    expect(panel.get('.scroll').hasAttribute('inert')).toBe(false);
  });

  test('says so where nothing raised or eased it', async () => {
    panel = await openPanel(oneConversation(advice({ mood: { ...mood, raised: [], lowered: [], curve: [] } })));
    await panel.press('[data-action=why]');
    expect(panel.text('.row-raised')).toContain('Nothing so far.');
    expect(panel.text('.row-lowered')).toContain('Nothing so far.');
  });
});

describe('keys', () => {
  test('W and R open one sheet at a time, Escape closes it', async () => {
    panel = await openPanel(oneConversation());
    await type('w');
    expect(sheet('why').hidden).toBe(false);
    await type('r');
    expect([sheet('why').hidden, sheet('reads').hidden]).toEqual([true, false]);
    await type('Escape');
    expect([sheet('why').hidden, sheet('reads').hidden]).toEqual([true, true]);
  });

  test('a letter typed into a field, or with a modifier, opens nothing', async () => {
    panel = await openPanel(oneConversation());
    const field = document.createElement('input');
    panel.root.append(field);
    await type('w', {}, field);
    await type('w', { ctrlKey: true });
    await type('w', { altKey: true });
    expect(sheet('why').hidden).toBe(true);
  });

  test('what lies under a sheet cannot be reached meanwhile', async () => {
    panel = await openPanel(oneConversation());
    await type('w');
    expect(panel.get('.scroll').hasAttribute('inert')).toBe(true);
    await type('w');
    expect(panel.get('.scroll').hasAttribute('inert')).toBe(false);
  });
});
