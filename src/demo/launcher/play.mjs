// Plays one conversation headless: lets the customer speak, writes down what the panel makes of it, answers with the panel's
// suggestions and the agent's facts. Everything goes through the real panel and the page's own controls.
import { STEPS_OF_SUBSTANCE, takeFact } from './agent-script.mjs';
import { clearDraft, isQuiet, pressSend, readDraft, readRows, readState, typeDraft } from './desk-view.mjs';
import { readPanel, readUtterances } from './panel-view.mjs';
import { headLine, heatPath, panelLine, saidLine, slipLine } from './transcript.mjs';
import { waitFor } from './wait-for.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./agent-script.mjs').AgentScript} AgentScript */
/** @typedef {{ page: Page, panel: Page, script: AgentScript, print: (line: string) => void, shoot: () => Promise<void> }} Stage */
/** @typedef {{ ending: string, replies: number, heat: string }} Played */

const MAX_REPLIES = 10;
const READ_MS = 10_000;
const ANSWER_MS = 8_000;
/** The coach lets a heated burst run out for 8 s, and an unfinished thought for 15. */
const TURN_MS = 60_000;
const INSERT_MS = 5_000;
/** The panel keeps a phrase still for 1.2 s before it shows a newer one. */
const STEADY_MS = 1_400;

/**
 * Plays to the end, or until the agent has nothing more to say.
 * @param {Stage} stage
 * @returns {Promise<Played>}
 */
export async function playConversation(stage) {
  const { page, panel, script, print, shoot } = stage;
  print(headLine(script.title));
  const facts = [...script.facts];
  /** @type {Set<string>} */
  const printed = new Set();
  /** @type {string[]} */
  const levels = [];
  const hear = () => hearCustomer(stage, printed, levels);

  await waitFor('the panel to read the page', READ_MS, async () => (await readPanel(panel)).reading);
  await writeDown(stage, printed, levels);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  let { view, heard } = await hear();
  let replies = 0;
  while (replies < MAX_REPLIES && (await readState(page)) === 'live') {
    if (replies === 0) await shoot();
    if (replies === 0 && script.slip !== undefined) await trySlip(stage, script.slip);
    const fact = replies === 0 && script.hearFirst ? null : takeFact(facts, heard, view.phrase?.text ?? '');
    const suggested = view.phrase !== null && (fact === null || !STEPS_OF_SUBSTANCE.includes(view.phrase.step));
    if (!suggested && fact === null) break;
    const greets = replies === 0 && view.missing.some(({ id }) => id === 'greet') && view.phrase?.step !== 'greet';
    if (greets) await typeDraft(page, `Hello ${script.firstName}, this is Robin. `);
    const inserted = suggested ? await insertSuggestion(page, panel) : '';
    if (fact !== null) await typeDraft(page, fact);
    const reply = await readDraft(page);
    await pressSend(page);
    print(saidLine('Robin', reply, inserted));
    replies += 1;
    ({ view, heard } = await hear());
  }
  const ending = await readState(page);
  return { ending, replies, heat: heatPath(levels) };
}

/**
 * Lets the customer speak until they are done and the panel has settled on what to say: it no longer asks to let them finish, and
 * its words have stood still longer than it takes it to swap them. Writes down what is said meanwhile.
 * Out: everything the customer said in this turn, and the panel as it stands then.
 * @param {Stage} stage
 * @param {Set<string>} printed   ids written down so far
 * @param {string[]} levels       heat levels so far
 */
async function hearCustomer(stage, printed, levels) {
  /** @type {string[]} */
  const said = [];
  const startedAt = performance.now();
  let words = '';
  let stillSince = startedAt;
  return waitFor(
    `${stage.script.firstName} to finish, and the panel to settle on more than “let them finish”`,
    TURN_MS,
    async () => {
      said.push(...(await writeDown(stage, printed, levels)));
      const answered = said.length > 0 || performance.now() - startedAt > ANSWER_MS;
      const view = await readPanel(stage.panel);
      const now = `${said.length} ${view.hold} ${view.phrase?.text}`;
      if (now !== words) stillSince = performance.now();
      words = now;
      const settled = !view.hold && performance.now() - stillSince > STEADY_MS;
      return answered && settled && (await isQuiet(stage.page)) ? { view, heard: said.join('\n') } : null;
    },
  );
}

/**
 * Writes down what is new in the conversation, each line of the customer's with what the panel made of it. Out: the customer's lines.
 * @param {Stage} stage
 * @param {Set<string>} printed
 * @param {string[]} levels
 */
async function writeDown({ page, panel, script, print }, printed, levels) {
  const fresh = (await readRows(page)).filter(({ id }) => !printed.has(id));
  for (const row of fresh) {
    printed.add(row.id);
    if (row.bot) print(saidLine('bot', row.text));
    if (row.side === 'out') continue;
    await waitFor(`the panel to have “${row.text}”`, READ_MS, async () => (await readUtterances(panel)).includes(row.id));
    const view = await readPanel(panel);
    levels.push(view.level);
    print(saidLine(script.firstName, row.text));
    print(panelLine(view));
  }
  return fresh.filter(({ side }) => side === 'in').map(({ text }) => text);
}

/**
 * Presses the panel's Insert, and waits until words stand in the page's reply box behind those that stood there. Out: the new ones.
 * @param {Page} page
 * @param {Page} panel
 */
async function insertSuggestion(page, panel) {
  const before = await readDraft(page);
  await panel.locator('button[data-action=insert]').first().click({ timeout: INSERT_MS });
  // Back to the page: what stands under the pointer, the panel does not change.
  await panel.mouse.move(1, 1);
  return waitFor('the suggestion to stand in the reply box', INSERT_MS, async () => {
    const draft = await readDraft(page);
    return draft.startsWith(before) && draft.length > before.length ? draft.slice(before.length).trim() : null;
  });
}

/**
 * Writes something that should not be said, waits for the panel to object, and takes it out again.
 * @param {Stage} stage
 * @param {string} slip
 */
async function trySlip({ page, panel, print }, slip) {
  await typeDraft(page, slip);
  const warning = await waitFor('the panel to object to the draft', READ_MS, () =>
    panel.evaluate(
      () => document.querySelector('[data-guardrail][data-where=draft] [data-part=why]')?.textContent?.trim() ?? null,
    ),
  );
  print(slipLine(slip, warning));
  await clearDraft(page);
  await waitFor('the panel to see the draft gone', READ_MS, () =>
    panel.evaluate(() => document.querySelector('[data-guardrail][data-where=draft]') === null),
  );
}
