// The reader alone, in a real browser: what it finds on pages nobody described, and who it takes for whom.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change, expectLines, expectState, lines } from '../support/reader-asks';
import { inReader, openReader, type Reader } from '../support/reader-page';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

describe('a page nobody described', () => {
  test.each([
    [
      'a log whose rows say who speaks in their class',
      'role-log-classes.html',
      [
        'customer: My lamp came with a crack in it 😠',
        'agent: Oh no, a cracked lamp is no use.\nWhich order is it?',
        'customer: ok',
        'customer: ok',
      ],
    ],
    [
      'lines that begin with a role',
      'role-log-lines.html',
      [
        'customer: my parcel has been on its way for nine days',
        'agent: Nine days is far too long.',
        'customer: it was a birthday present: a kite',
      ],
    ],
    [
      'plain divs beside lists of other things, the agent on the left',
      'list-no-log.html',
      [
        'customer: The heater is cold again and I have two small children here.',
        'agent: That must be a cold house to wake up in.',
        'customer: It is. This is the third time I write to you!',
        'agent: I am looking at your two earlier tickets now.',
      ],
    ],
    [
      'rows in groups, among notes, system lines and a typing preview',
      'grouped-notes-system.html',
      [
        'customer: You charged me twice.',
        'customer: Both on the same day!',
        'agent: Twice on one day, I can see both.',
        'customer: And?',
      ],
    ],
    [
      'a list drawn from the bottom up',
      'column-reverse.html',
      [
        'customer: Where is my sofa?',
        'agent: Let me see where it is.',
        'customer: It is lying in some depot I suppose',
        'agent: I will ring the depot now.',
      ],
    ],
    [
      'a thread with the newest on top',
      'newest-first.html',
      [
        'customer: Has my chair been sent?',
        'agent: Your chair is packed.',
        'customer: And when will it leave?',
        'agent: It leaves us tonight.',
      ],
    ],
    [
      'a chat inside an open shadow root',
      'shadow-root.html',
      ['customer: My code does not work.', 'agent: Which code did you get?', 'customer: The one in your mail'],
    ],
  ])('reads %s', async (_, file, expected) => {
    const page = await reader.open(file);
    await expectLines(page, expected);
    await expectState(page, 'reading');
    await page.close();
  });

  test.each([
    ['no-conversation.html', 'no_conversation'],
    ['canvas.html', 'drawn'],
  ])('says within two seconds what is wrong with %s', async (file, expected) => {
    const page = await reader.open(file);
    const started = performance.now();
    await expectState(page, expected);
    expect(performance.now() - started).toBeLessThan(2_000);
    await page.close();
  });

  test('says that a chat is empty, though its system lines and notes are not', async () => {
    const page = await reader.open('no-conversation.html', { start: false });
    await change(
      page,
      `document.body.innerHTML = '<div role="log" style="height:200px"><div class="event">Mira joined the chat</div><div class="message note">Be quick</div></div><textarea></textarea>'`,
    );
    await inReader(page, (composure) => composure.start());
    await expectState(page, 'empty');
    await page.close();
  });

  test('finds a conversation that loads late', async () => {
    const page = await reader.open('no-conversation.html');
    await expectState(page, 'no_conversation');
    await change(
      page,
      `document.querySelector('main').innerHTML = '<div role="log"><p>Customer: it leaks</p><p>Agent: Where?</p></div>'`,
    );
    await expectLines(page, ['customer: it leaks', 'agent: Where?']);
    await page.close();
  });
});

describe('who is who', () => {
  test('two groups without a name for either are not guessed at, until the agent sends something', async () => {
    const page = await reader.open('unsure.html');
    await expectState(page, 'unsure');
    expect(await lines(page)).toEqual([]);
    await page.locator('textarea').fill('That must have hurt. A fourth leg goes out today.');
    await page.locator('button').click();
    await expectLines(page, [
      'customer: The shelf has three legs instead of four.',
      'agent: Three legs, that will not stand.',
      'customer: No it does not. It fell on my foot.',
      'agent: That must have hurt. A fourth leg goes out today.',
    ]);
    await expectState(page, 'reading');
    await page.close();
  });

  test("people's names alone are not enough, the signed-in person's name is", async () => {
    const page = await reader.open('lines-with-names.html');
    await expectState(page, 'unsure');
    await change(
      page,
      `document.body.insertAdjacentHTML('afterbegin', '<div class="user-menu">Wren Oakes</div>');
       document.querySelector('[role=log]').insertAdjacentHTML('beforeend', '<p>Gil Amber: thanks</p>')`,
    );
    await expectLines(page, [
      'customer: the tap drips since your fitter left',
      'agent: since which day does it drip?',
      'customer: since Tuesday',
      'agent: I will send him back today.',
      'customer: thanks',
    ]);
    await page.close();
  });
});

test('the same desk is read right without its description', async () => {
  const page = await reader.open('harbourline.html#/inbox/kettle', { start: false });
  await inReader(page, (composure) => composure.start({ described: false }));
  await expectLines(page, [
    'bot: Somebody will be with you shortly.',
    'customer: My kettle boiled over and the table is ruined.\nIt is the second one!',
    'customer: Hello??',
    'agent: Hello Pia, a ruined table is bad news.',
  ]);
  await change(page, `location.hash = '#/inbox/boots'`);
  await expectLines(page, ['customer: These boots are two left feet.']);
  await page.close();
});
