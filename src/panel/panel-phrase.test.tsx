// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

import { fakeBrowser } from '../platform/fake-browser';
import type { Advice } from '../protocol/advice';
import { SESSION_KEYS } from '../protocol/state';
import { advice, oneConversation, record, suggestion, TAB } from './fake-advice';
import { openPanel, type PanelInTest } from './fake-panel';

let panel: PanelInTest;
afterEach(() => panel.close());

const adviceKey = SESSION_KEYS.advice(TAB, 'c1');
const here = { tab: TAB, conversation: 'c1' };
const only = (phrase: string, over: Partial<Advice> = {}): Advice => advice({ suggestions: [suggestion(phrase)], ...over });
const phrase = (): string | null | undefined => panel.find('[data-part=phrase]')?.getAttribute('data-phrase');
const point = (type: 'pointermove' | 'pointerleave'): void => {
  panel.get('.words').dispatchEvent(new Event(type));
};

describe('the next phrase', () => {
  test('stands with its step, its reason and two alternatives', async () => {
    const reason = { code: 'overdue' as const, quote: 'nobody called', replies: 2 };
    panel = await openPanel(
      oneConversation(advice({ suggestions: [suggestion('one', { reason }), suggestion('two'), suggestion('three')] })),
    );
    expect(panel.get('[data-part=phrase]').dataset).toMatchObject({ phrase: 'one', step: 'apologise' });
    expect(panel.text('[data-part=reason]')).toBe('Missing for 2 replies: “nobody called”');
    const others = [...panel.root.querySelectorAll<HTMLElement>('[data-part=alternative]')];
    expect(others.map((one) => one.getAttribute('data-phrase'))).toEqual(['two', 'three']);
  });

  test('facts are marked and the text stays exactly the phrase', async () => {
    const text = 'I’m sorry, Nadia. 48-20713 is late.';
    const filled = [
      { start: 18, length: 8, slot: 'order' },
      { start: 11, length: 5, slot: 'name' },
    ];
    panel = await openPanel(oneConversation(advice({ suggestions: [suggestion('one', { text, filled })] })));
    expect(panel.text('[data-part=phrase]')).toBe(text);
    expect([...panel.root.querySelectorAll('[data-part=phrase] mark')].map((mark) => mark.textContent)).toEqual([
      'Nadia',
      '48-20713',
    ]);
  });

  test('the browser’s own keys stand on the buttons, and none where there is none', async () => {
    panel = await openPanel(oneConversation());
    expect([...panel.root.querySelectorAll('[data-action=insert] kbd')].map((key) => key.textContent)).toEqual(['Alt', '.']);
    expect(panel.find('[data-action=another] kbd')).toBeNull();
  });

  test('on a calm conversation it stands ready and is not announced', async () => {
    panel = await openPanel(oneConversation(advice({ attention: 'none' })));
    expect(panel.get('[data-panel]').getAttribute('data-attention')).toBe('none');
    expect(phrase()).toBe('one');
    expect(panel.text('[role=status]')).toBe('');
    await panel.store({ [adviceKey]: advice({ attention: 'now' }) });
    expect(panel.text('[role=status]')).toBe('Apologise: Words of one.');
  });

  test('nothing to say is said', async () => {
    panel = await openPanel(oneConversation(advice({ suggestions: [] })));
    expect(panel.text('[data-stage=quiet]')).toContain('Nothing to add.');
  });

  test('a customer in mid-flow: the stage asks to let them finish, with a word at most', async () => {
    const brief = suggestion('with-you', { step: 'hear_out', text: 'I’m with you.' });
    panel = await openPanel(oneConversation(advice({ hold: true, suggestions: [brief] })));
    expect(panel.get('[data-panel]').getAttribute('data-hold')).toBe('true');
    expect(panel.text('[data-stage=hold]')).toContain('Let them finish.');
    expect(panel.text('[data-part=phrase]')).toBe('I’m with you.');
    expect(panel.text('[role=status]')).toBe('Let them finish.');
  });
});

describe('insert', () => {
  test('sends the phrase shown, and says that it stands in the reply, not sent', async () => {
    panel = await openPanel(oneConversation());
    await panel.press('[data-action=insert]');
    expect(panel.sent).toEqual([{ name: 'suggestion/insert', data: { ...here, phrase: 'one', text: 'Words of one.' } }]);
    expect(panel.text('[data-part=notice]')).toBe('In your reply. Not sent.');
    expect(panel.text('[data-stage=given] [data-part=phrase]')).toBe('Words of one.');
    expect(panel.clipboard.texts).toEqual([]);
  });

  test('an alternative is inserted by a press on it', async () => {
    panel = await openPanel(oneConversation());
    await panel.press('[data-part=alternative][data-phrase=three]');
    expect(panel.sent[0]?.data).toEqual({ ...here, phrase: 'three', text: 'Words of three.' });
    expect(panel.text('[data-stage=given] [data-part=phrase]')).toBe('Words of three.');
  });

  test.each([
    ['refused_private', 'You are writing a private note.'],
    ['refused_hidden', 'The reply box is closed.'],
    ['no_composer', 'This page shows no reply box for this chat.'],
    ['failed', 'The reply box did not take it.'],
    ['gone', 'The page can’t be reached. Reload it.'],
  ] as const)('%s: the words are copied instead, and why is said', async (outcome, why) => {
    panel = await openPanel(oneConversation());
    panel.background.insert = outcome;
    await panel.press('[data-action=insert]');
    expect(panel.clipboard.texts).toEqual(['Words of one.']);
    expect(panel.text('[data-part=notice]')).toBe(`Copied instead. ${why}`);
    expect(phrase()).toBe('one');
  });

  test('why nothing was put in stands for a while, whatever comes meanwhile', async () => {
    panel = await openPanel(oneConversation());
    panel.background.insert = 'failed';
    await panel.press('[data-action=insert]');
    await panel.store({ [adviceKey]: only('next') });
    await panel.wait(5_000);
    expect(phrase()).toBe('next');
    expect(panel.find('[data-part=notice]')).not.toBeNull();
    await panel.wait(5_000);
    expect(panel.find('[data-part=notice]')).toBeNull();
  });

  test('where copying fails too, that is said', async () => {
    panel = await openPanel(oneConversation());
    panel.background.insert = 'failed';
    panel.clipboard.refuses = true;
    await panel.press('[data-action=insert]');
    expect(panel.text('[data-part=notice]')).toBe('Not in your reply, and not copied. The reply box did not take it.');
  });

  test('the next phrase waits until something is said, or until it is asked for', async () => {
    panel = await openPanel(oneConversation());
    await panel.press('[data-action=insert]');
    await panel.store({ [adviceKey]: only('next') });
    expect(panel.find('[data-stage=given]')).not.toBeNull();
    expect(panel.get('[data-part=alternative]').getAttribute('data-phrase')).toBe('next');
    await panel.press('[data-action=another]');
    expect(phrase()).toBe('next');
    await panel.press('[data-action=insert]');
    await panel.store({ [adviceKey]: only('later', { upTo: 'u3' }) });
    expect(panel.find('[data-stage=given]')).toBeNull();
    expect(phrase()).toBe('later');
  });

  test('a phrase inserted by key in the page stands in the reply here too', async () => {
    panel = await openPanel(oneConversation());
    await panel.store({ [SESSION_KEYS.conversation(TAB, 'c1')]: record('c1', { choices: { inserted: ['one'], passed: [] } }) });
    expect(panel.text('[data-stage=given] [data-part=phrase]')).toBe('Words of one.');
  });
});

describe('another and not now', () => {
  test('another passes over the phrase shown, and the wording that comes back shows at once', async () => {
    panel = await openPanel(oneConversation());
    panel.background.onMessage = ({ name }) => {
      if (name === 'suggestion/pass') void fakeBrowser.storage.session.set({ [adviceKey]: only('fresh') });
    };
    point('pointermove');
    await panel.press('[data-action=another]');
    expect(panel.sent).toEqual([{ name: 'suggestion/pass', data: { ...here, phrases: ['one'] } }]);
    expect(phrase()).toBe('fresh');
  });

  test('where no other wording comes, it turns through those there are, round again', async () => {
    panel = await openPanel(oneConversation());
    const seen = [];
    for (let i = 0; i < 4; i++) {
      seen.push(phrase());
      await panel.press('[data-action=another]');
      await panel.wait(500);
    }
    expect(seen).toEqual(['one', 'two', 'three', 'one']);
    expect(
      [...panel.root.querySelectorAll<HTMLElement>('[data-part=alternative]')].map((one) => one.getAttribute('data-phrase')),
    ).toEqual(['three', 'one']);
  });

  test('a wording that is not the first carries no key: the key would insert the first', async () => {
    panel = await openPanel(oneConversation());
    await panel.press('[data-action=another]');
    await panel.wait(500);
    expect(panel.find('[data-action=insert] kbd')).toBeNull();
  });

  test('a new set begins with its first', async () => {
    panel = await openPanel(oneConversation());
    await panel.press('[data-action=another]');
    await panel.wait(5_000);
    await panel.store({ [adviceKey]: advice({ suggestions: [suggestion('new'), suggestion('newer')] }) });
    expect(phrase()).toBe('new');
  });

  test('after something new was said, one press is enough: what was inserted or set aside before is over', async () => {
    panel = await openPanel(oneConversation());
    await panel.press('[data-action=not-now]');
    await panel.store({ [adviceKey]: only('second') });
    await panel.wait(2_000);
    await panel.press('[data-action=insert]');
    await panel.store({ [adviceKey]: advice({ upTo: 'u3', suggestions: [suggestion('third'), suggestion('fourth')] }) });
    await panel.wait(2_000);
    const before = panel.sent.length;
    await panel.press('[data-action=another]');
    expect(panel.sent.slice(before)).toEqual([{ name: 'suggestion/pass', data: { ...here, phrases: ['third'] } }]);
  });

  test('not now passes all of them and goes quiet; they can be shown again; others come by themselves', async () => {
    panel = await openPanel(oneConversation());
    await panel.press('[data-action=not-now]');
    expect(panel.sent).toEqual([{ name: 'suggestion/pass', data: { ...here, phrases: ['one', 'two', 'three'] } }]);
    expect(panel.text('[data-stage=quiet]')).toContain('Set aside.');
    expect(panel.find('[data-part=alternative]')).toBeNull();
    await panel.press('[data-action=another]');
    expect(phrase()).toBe('one');
    await panel.press('[data-action=not-now]');
    await panel.wait(2_000);
    await panel.store({ [adviceKey]: only('changed') });
    expect(phrase()).toBe('changed');
  });
});

describe('nothing changes under the eye', () => {
  test('a newer phrase waits 1.2 s after the last change', async () => {
    panel = await openPanel(oneConversation());
    await panel.store({ [adviceKey]: only('second') });
    expect(phrase()).toBe('one');
    await panel.wait(1_199);
    expect(phrase()).toBe('one');
    await panel.wait(1);
    expect(phrase()).toBe('second');
  });

  test('a newer phrase waits while the pointer is over this one; only the newest follows', async () => {
    panel = await openPanel(oneConversation());
    await panel.wait(5_000);
    point('pointermove');
    await panel.store({ [adviceKey]: only('second') });
    await panel.wait(3_000);
    point('pointermove');
    await panel.wait(3_000);
    await panel.store({ [adviceKey]: only('third') });
    expect(phrase()).toBe('one');
    expect(panel.text('[data-stage=phrase]')).toContain('newer one waiting');
    await panel.press('[data-action=insert]');
    expect(panel.sent[0]?.data['phrase']).toBe('one');
    point('pointerleave');
    await panel.press('[data-action=another]');
    expect(phrase()).toBe('third');
  });

  test('a pointer left where it is holds nothing for long', async () => {
    panel = await openPanel(oneConversation());
    point('pointermove');
    await panel.store({ [adviceKey]: only('second') });
    await panel.wait(4_000);
    expect(phrase()).toBe('one');
    await panel.wait(2_000);
    expect(phrase()).toBe('second');
  });

  test('heat does not wait for the phrase', async () => {
    panel = await openPanel(oneConversation());
    point('pointermove');
    await panel.store({ [adviceKey]: only('second', { mood: { ...advice().mood, level: 'angry' } }) });
    expect(phrase()).toBe('one');
    expect(panel.get('[data-part=level]').getAttribute('data-level')).toBe('angry');
  });

  test('another conversation shows at once, even under the pointer', async () => {
    panel = await openPanel({
      ...oneConversation(),
      [SESSION_KEYS.conversation(TAB, 'c2')]: record('c2'),
      [SESSION_KEYS.advice(TAB, 'c2')]: only('other', { conversation: 'c2' }),
    });
    point('pointermove');
    await panel.press('[data-other-conversation=c2]');
    expect(phrase()).toBe('other');
  });
});

test('advice is asked for again when its time has come, once', async () => {
  panel = await openPanel({});
  await panel.store(oneConversation(advice({ refreshAt: Date.now() + 3_000 })));
  await panel.wait(2_999);
  expect(panel.sent).toEqual([]);
  await panel.wait(60_000);
  expect(panel.sent).toEqual([{ name: 'advice/refresh', data: here }]);
});
