// An adapter's selectors made ready to use: checked, lists joined to one. Knows no product.
import type { Adapter } from '../../protocol/adapter';
import type { Speaker } from '../../protocol/vocabulary';

/** Selectors that the browser understands; the others are dropped, so that one bad line of an adapter costs one line. */
export function usable(selectors: readonly string[] | undefined): string[] {
  const nowhere = document.createDocumentFragment();
  return (selectors ?? []).filter((selector) => {
    try {
      nowhere.querySelector(selector);
      return true;
    } catch {
      return false;
    }
  });
}

/** Null stands for "the adapter does not say". */
export type Selectors = {
  readonly utterance: string | null;
  readonly ignore: string | null;
  readonly system: string | null;
  readonly text: string | null;
  readonly drop: string | null;
  readonly speakerName: string | null;
  readonly interim: string | null;
  readonly speaker: ((row: Element) => Exclude<Speaker, 'system'> | null) | null;
  readonly attributes: readonly string[];
};

/** Makes an adapter's selectors ready. Without an adapter nothing is said. */
export function compile(adapter: Adapter | null): Selectors {
  const join = (selectors: readonly string[] | undefined): string | null => usable(selectors).join(', ') || null;
  const { bot, agent, customer, system } = adapter?.speaker ?? {};
  const rules = (
    [
      ['bot', join(bot)],
      ['agent', join(agent)],
      ['customer', join(customer)],
    ] as const
  ).filter(([, selector]) => selector !== null);
  const all = [adapter?.utterance, adapter?.ignore, adapter?.interim, adapter?.drop, bot, agent, customer, system].flatMap(
    usable,
  );
  return {
    utterance: join(adapter?.utterance),
    ignore: join(adapter?.ignore),
    system: join(system),
    text: join(adapter?.text),
    drop: join(adapter?.drop),
    speakerName: join(adapter?.speakerName),
    interim: join(adapter?.interim),
    speaker: rules.length === 0 ? null : (row) => rules.find(([, selector]) => fits(row, selector ?? ''))?.[0] ?? null,
    attributes: adapter === null ? [] : attributesIn([...all, ...(adapter.key === undefined ? [] : [`[${adapter.key}]`])]),
  };
}

/** Attributes that these selectors look at. */
export function attributesIn(selectors: readonly string[]): string[] {
  const names = new Set<string>();
  for (const selector of selectors) {
    if (/\.[\w-]/.test(selector)) names.add('class');
    for (const match of selector.matchAll(/\[\s*([\w-]+)/g)) if (match[1]) names.add(match[1]);
  }
  return [...names];
}

/** Whether the row, or an element in it, matches. */
export const fits = (row: Element, selector: string): boolean => row.matches(selector) || row.querySelector(selector) !== null;

/** Elements of the row that match, none inside another; the row itself where it matches. */
export function outermost(row: Element, selector: string): Element[] {
  if (row.matches(selector)) return [row];
  const found: Element[] = [];
  for (const match of row.querySelectorAll(selector)) if (!found.at(-1)?.contains(match)) found.push(match);
  return found;
}
