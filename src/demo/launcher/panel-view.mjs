// Reads the real side panel's page, through the attributes it keeps for this. Presses nothing.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./transcript.mjs').PanelView} PanelView */

/**
 * What the panel shows now.
 * @param {Page} panel
 * @returns {Promise<PanelView>}
 */
export function readPanel(panel) {
  return panel.evaluate(() => {
    const root = document.querySelector('[data-panel]');
    const words = (/** @type {Element | null | undefined} */ element) => element?.textContent?.trim().replace(/\s+/g, ' ') ?? '';
    const level = root?.querySelector('[data-part=level]');
    // Words that were put into the reply already stand there too, but without a way to insert them again.
    const insertable = root?.querySelector('button[data-action=insert]') != null;
    const phrase = insertable ? root?.querySelector('[data-part=phrase]') : null;
    return {
      reading: ['reading', 'no_conversation', 'empty'].includes(root?.getAttribute('data-state') ?? ''),
      conversation: root?.getAttribute('data-conversation') ?? '',
      level: level?.getAttribute('data-level') ?? '',
      word: words(level),
      hold: root?.getAttribute('data-hold') === 'true',
      attention: root?.getAttribute('data-attention') ?? 'none',
      missing: [...(root?.querySelectorAll('[data-step-id][data-state=due], [data-step-id][data-state=overdue]') ?? [])].map(
        (step) => ({
          id: step.getAttribute('data-step-id') ?? '',
          name: words(step.querySelector('.step-name')),
          overdue: step.getAttribute('data-state') === 'overdue',
        }),
      ),
      given: root?.querySelector('[data-stage=given]') != null,
      phrase: phrase ? { text: words(phrase), step: phrase.getAttribute('data-step') ?? '' } : null,
    };
  });
}

/**
 * The ids of the utterances the panel has, in its order.
 * @param {Page} panel
 * @returns {Promise<string[]>}
 */
export function readUtterances(panel) {
  return panel.evaluate(() =>
    [...document.querySelectorAll('[data-panel] [data-utterance]')].map((entry) => entry.getAttribute('data-utterance') ?? ''),
  );
}
