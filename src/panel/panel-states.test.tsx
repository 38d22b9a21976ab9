// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

import { fakeBrowser } from '../platform/fake-browser';
import { READING_STATES } from '../protocol/reading';
import { SESSION_KEYS } from '../protocol/state';
import { STEP_IDS } from '../protocol/vocabulary';
import { advice, NOON, oneConversation, reading, record, said, suggestion, TAB, warning } from './fake-advice';
import { openPanel, type PanelInTest } from './fake-panel';

let panel: PanelInTest;
afterEach(() => panel.close());

const root = (name: string): string | null => panel.get('[data-panel]').getAttribute(`data-${name}`);
const recordKey = SESSION_KEYS.conversation(TAB, 'c1');
const readingKey = SESSION_KEYS.reading(TAB);

/** A tab that nothing reads, after the moment a panel waits for a reader. */
const openUnread = async (at: { url?: string } = {}): Promise<PanelInTest> => {
  const opened = await openPanel({}, at);
  await opened.wait(500);
  return opened;
};

describe('where nothing is read', () => {
  test.each(READING_STATES.filter((state) => state !== 'reading'))(
    '%s is named and explained, and no phrase is shown',
    async (state) => {
      panel = await openPanel({ [readingKey]: reading({ state, conversation: null }) });
      expect(root('state')).toBe(state);
      expect(root('conversation')).toBe('');
      expect(panel.text('[data-stage=unread]')).not.toContain('unread_');
      expect(panel.text('[data-stage=unread]').length).toBeGreaterThan(20);
      expect(panel.find('[data-part=phrase]')).toBeNull();
    },
  );

  test('the panel is drawn before storage has answered', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'get').mockReturnValue(new Promise(() => undefined));
    panel = await openPanel({});
    expect(root('state')).toBe('starting');
    vi.restoreAllMocks();
  });

  test('a panel just opened waits a moment for a reader before it says that there is none', async () => {
    panel = await openPanel({});
    expect(root('state')).toBe('starting');
    await panel.wait(500);
    expect(root('state')).toBe('no_reader');
  });

  test('a tab that nothing reads offers to start, and the press asks for it', async () => {
    panel = await openUnread();
    await panel.press('[data-action=start]');
    expect(panel.sent).toEqual([{ name: 'reader/start', data: { tab: TAB } }]);
  });

  test('not permitted, and the address is known: the site is asked for inside the press, then reading starts', async () => {
    panel = await openUnread({ url: 'https://desk.example/inbox?x=1' });
    panel.background.startFaults = ['not_permitted'];
    await panel.press('[data-action=start]');
    expect(panel.text('[data-stage=unread]')).toContain('desk.example');
    panel.background.startFaults = [];
    const request = vi.spyOn(fakeBrowser.permissions, 'request');
    panel.get('[data-action=allow]').click();
    expect(request).toHaveBeenCalledWith({ origins: ['https://desk.example/*'] });
    await panel.wait(0);
    expect(panel.sent.map(({ name }) => name)).toEqual(['reader/start', 'reader/start']);
    request.mockRestore();
  });

  test('not permitted, and the address is not known: the toolbar icon is named', async () => {
    panel = await openUnread();
    panel.background.startFaults = ['not_permitted'];
    await panel.press('[data-action=start]');
    expect(panel.find('[data-action=allow]')).toBeNull();
    expect(panel.text('[data-stage=unread]')).toContain('Click the Composure icon');
  });

  test('a page of the browser itself offers nothing to press', async () => {
    panel = await openUnread({ url: 'chrome://settings' });
    expect(panel.find('[data-stage=unread] button')).toBeNull();
  });

  test('a reading that begins takes the place of the offer', async () => {
    panel = await openUnread();
    await panel.store(oneConversation());
    expect(root('state')).toBe('reading');
    expect(panel.text('[data-part=phrase]')).toBe('Words of one.');
  });
});

describe('how the customer sounds', () => {
  test('level, trend and the words behind them', async () => {
    panel = await openPanel(oneConversation());
    expect(panel.get('[data-part=level]').getAttribute('data-level')).toBe('uneasy');
    expect(panel.text('[data-part=level]')).toBe('Uneasy');
    expect(panel.text('[data-part=trend]')).toBe('rising');
    expect(panel.text('[data-part=heat-words]')).toBe('“heard nothing”');
  });

  test('too little said: the panel says so, and shows no trend', async () => {
    const { mood } = advice();
    panel = await openPanel(oneConversation(advice({ mood: { ...mood, certain: false } })));
    expect(panel.text('[data-part=level]')).toBe('Can’t tell yet');
    expect(panel.find('[data-part=trend]')).toBeNull();
  });

  test('no figure of heat stands anywhere', async () => {
    panel = await openPanel(oneConversation(advice({ mood: { ...advice().mood, heat: 0.8375 } })));
    await panel.press('[data-action=why]');
    expect(panel.root.innerHTML).not.toMatch(/0\.8375|83|84 ?%/);
  });

  test('insults are named apart from heat', async () => {
    panel = await openPanel(oneConversation(advice({ mood: { ...advice().mood, abusive: true } })));
    expect(panel.text('[data-part=abusive]')).toBe('insulting');
  });

  test('a read conversation without advice yet says that it catches up', async () => {
    panel = await openPanel({ [readingKey]: reading(), [recordKey]: record() });
    expect(panel.text('[data-stage=catching_up]')).toContain('Catching up');
    expect(root('conversation')).toBe('c1');
  });
});

describe('what stands under the stage', () => {
  test('all thirteen steps, each with its state', async () => {
    panel = await openPanel(oneConversation());
    const steps = [...panel.root.querySelectorAll<HTMLElement>('[data-step-id]')];
    expect(steps.map((one) => one.getAttribute('data-step-id'))).toEqual(STEP_IDS);
    expect(new Set(steps.map((one) => one.getAttribute('data-state')))).toEqual(new Set(['not_due']));
  });

  test('a missing step says since how many replies, or since when', async () => {
    const since = { utterance: 'u1', at: NOON, replies: 0 };
    const steps = advice().steps.map((step) => {
      if (step.id === 'apologise') return { ...step, state: 'overdue' as const, since: { ...since, replies: 2 } };
      return step.id === 'restate' ? { ...step, state: 'due' as const, since: { ...since, at: NOON + 20_000 } } : step;
    });
    panel = await openPanel(oneConversation(advice({ steps })));
    expect(panel.text('[data-step-id=apologise] [data-part=since]')).toBe('missing for 2 replies');
    expect(panel.text('[data-step-id=restate] [data-part=since]')).toBe('missing for 0:40');
    await panel.wait(5_000);
    expect(panel.text('[data-step-id=restate] [data-part=since]')).toBe('missing for 0:45');
    expect(panel.find('[data-step-id=greet] [data-part=since]')).toBeNull();
  });

  test('the words that prove a step come on a press', async () => {
    const evidence = { utterance: 'u2', text: 'Let me look.', start: 0, length: 12 };
    const steps = advice().steps.map((step) => (step.id === 'own' ? { ...step, state: 'done' as const, evidence } : step));
    panel = await openPanel(oneConversation(advice({ steps })));
    expect(panel.get('[data-step-id=own] [data-part=evidence]').hidden).toBe(true);
    await panel.press('[data-step-id=own] button');
    expect(panel.get('[data-step-id=own] [data-part=evidence]').hidden).toBe(false);
    expect(panel.text('[data-step-id=own] [data-part=evidence]')).toBe('“Let me look.”');
  });

  test('questions are quoted, newest first; the concern is given back', async () => {
    const question = (text: string) => ({ utterance: 'u1', text, start: text.length, length: text.length, at: NOON });
    const concern = { utterance: 'u1', text: 'my parcel is lost', start: 0, length: 17, restated: 'your parcel is lost' };
    panel = await openPanel(oneConversation(advice({ questions: [question('Where is it?'), question('When?')], concern })));
    expect([...panel.root.querySelectorAll('[data-question]')].map((one) => one.textContent)).toEqual(['When?', 'Where is it?']);
    expect(panel.text('[data-part=restated]')).toBe('your parcel is lost');
  });

  test('a fact that no phrase would say is shown in their own words, never as an empty chip', async () => {
    const fact = { kind: 'duration' as const, utterance: 'u1', text: 'a day', value: '', start: 0, length: 5 };
    panel = await openPanel(oneConversation(advice({ facts: [fact] })));
    expect(panel.text('[data-fact=duration]')).toContain('a day');
  });

  test('a press on a fact copies it and says so', async () => {
    const fact = { kind: 'order' as const, utterance: 'u1', text: 'order 48-20713', value: '48-20713', start: 0, length: 14 };
    panel = await openPanel(oneConversation(advice({ facts: [fact] })));
    await panel.press('[data-fact=order] button');
    expect(panel.clipboard.texts).toEqual(['48-20713']);
    expect(panel.text('footer')).toContain('Copied: 48-20713');
    await panel.wait(3_000);
    expect(panel.text('footer')).toContain('Only you see this');
  });

  test('wordings to avoid: quote, why and better words; the draft before what was sent, the others below', async () => {
    const draft = { text: 'calm down', covers: [], warnings: [warning()] };
    const sent = warning({ utterance: 'u2', id: 'argue', rule: 'argue-but', text: 'but', instead: '' });
    panel = await openPanel(oneConversation(advice({ draft, guardrails: [sent] })));
    const [first, second] = [...panel.root.querySelectorAll<HTMLElement>('[data-guardrail]')];
    expect(first?.dataset).toMatchObject({ guardrail: 'calm_down', where: 'draft' });
    expect(first?.querySelector('[data-part=quote]')?.textContent).toBe('calm down');
    expect(first?.querySelector('[data-part=why]')?.textContent).toBe('It makes most people angrier.');
    expect(first?.querySelector('[data-part=instead]')?.textContent).toBe('I can hear how much this cost you.');
    expect(panel.text('.slip')).toContain('+1');
    expect(second?.dataset).toMatchObject({ guardrail: 'argue', where: 'sent' });
    await panel.press('[data-action=dismiss]');
    expect(panel.find('[data-guardrail=calm_down]')).toBeNull();
    await panel.press('[data-action=dismiss]');
    expect(panel.root.querySelectorAll('[data-part=alternative]')).toHaveLength(2);
  });

  test('a draft that does the step already lets the phrase step back', async () => {
    panel = await openPanel(oneConversation(advice({ draft: { text: 'Sorry', covers: ['apologise'], warnings: [] } })));
    expect(panel.text('[data-stage=phrase]')).toContain('in your draft');
    expect(panel.get('[data-step-id=apologise]').getAttribute('data-covered')).toBe('');
  });
});

describe('several conversations', () => {
  const other = advice({
    conversation: 'c2',
    mood: { ...advice().mood, heat: 0.9, level: 'angry' },
    suggestions: [suggestion('other')],
  });
  const mild = advice({ conversation: 'c3', mood: { ...advice().mood, heat: 0.5, level: 'upset' } });
  const waiting = [
    said('v1', 'agent', 'One moment.'),
    said('v2', 'customer', 'Hello?', 10),
    said('v3', 'customer', 'Anyone?', 20),
  ];
  const stored = {
    ...oneConversation(),
    [SESSION_KEYS.conversation(TAB, 'c3')]: record('c3', { meta: { ...record().meta, id: 'c3', title: 'Ode' } }),
    [SESSION_KEYS.advice(TAB, 'c3')]: mild,
    [SESSION_KEYS.conversation(TAB, 'c2')]: record('c2', {
      meta: { ...record().meta, id: 'c2', title: 'Piet' },
      utterances: waiting,
    }),
    [SESSION_KEYS.advice(TAB, 'c2')]: other,
  };

  test('the others stand in the header, hottest first, with how long they wait', async () => {
    panel = await openPanel(stored);
    const others = [...panel.root.querySelectorAll<HTMLElement>('[data-other-conversation]')];
    expect(others.map((one) => [one.getAttribute('data-other-conversation'), one.getAttribute('data-level')])).toEqual([
      ['c2', 'angry'],
      ['c3', 'upset'],
    ]);
    expect(others[0]?.querySelector('[data-part=waiting]')?.textContent).toContain('0:50');
    expect(panel.text('[data-part=hot-elsewhere]')).toBe('Piet is angry, waiting 0:50');
  });

  test('a press shows its advice here and sends nothing; there is a way back; the page moving on leads back too', async () => {
    panel = await openPanel(stored);
    await panel.press('[data-other-conversation=c2]');
    expect(root('conversation')).toBe('c2');
    expect(panel.text('[data-part=phrase]')).toBe('Words of other.');
    expect(panel.sent).toEqual([]);
    await panel.press('[data-action=front]');
    expect(root('conversation')).toBe('c1');
    await panel.press('[data-other-conversation=c2]');
    await panel.store({ [readingKey]: reading({ conversation: 'c3' }) });
    expect(root('conversation')).toBe('c3');
  });

  test('losing sight of the one in front for a moment does not lead away from the one looked at', async () => {
    panel = await openPanel(stored);
    await panel.press('[data-other-conversation=c2]');
    await panel.store({ [readingKey]: reading({ state: 'lost', conversation: null }) });
    await panel.store({ [readingKey]: reading() });
    expect(root('conversation')).toBe('c2');
  });

  test('keys are shown only where they act: on the conversation in front', async () => {
    panel = await openPanel(stored);
    expect(panel.find('[data-action=insert] kbd')).not.toBeNull();
    await panel.press('[data-other-conversation=c2]');
    expect(panel.find('[data-action=insert] kbd')).toBeNull();
  });

  test('a conversation that closes leaves the header', async () => {
    panel = await openPanel(stored);
    await panel.forget(SESSION_KEYS.conversation(TAB, 'c2'));
    await panel.forget(SESSION_KEYS.conversation(TAB, 'c3'));
    expect(panel.find('[data-other-conversation]')).toBeNull();
    expect(panel.text('h1')).toBe('Nadia');
  });
});

test('advice for another tab is not shown', async () => {
  panel = await openPanel(oneConversation());
  await panel.store({ [SESSION_KEYS.advice(TAB * 10, 'c1')]: advice({ suggestions: [suggestion('foreign')] }) });
  await panel.wait(2_000);
  expect(panel.text('[data-part=phrase]')).toBe('Words of one.');
});
