// Watches a pane for changes and hands them over in batches. Costs the page next to nothing per change: nodes go into sets, and
// nothing is looked at before a batch is due.

/** Nodes whose own content changed, nodes that came, nodes that went; some may have gone or come back since. */
export type PaneChanges = { readonly touched: Set<Node>; readonly added: Set<Element>; readonly removed: Set<Element> };

/** After a quiet time the first change is handed over this soon: somebody has just said something. */
const FIRST_MS = 25;
/** Further changes are gathered until the pane has been still for this long. */
const DEBOUNCE_MS = 120;
/** A pane that never holds still is handed over at least this often. */
const MAX_WAIT_MS = 480;

export type PaneObserver = {
  /** Hands over what is gathered now. */
  flush(): void;
  /** Watches an open shadow root inside the pane, too. */
  alsoIn(root: ShadowRoot): void;
};

/** Watches until the signal is aborted. In: `attributes` whose change matters; none: attributes are not watched at all. */
export function observePane(
  pane: Node,
  attributes: readonly string[],
  deliver: (changes: PaneChanges) => void,
  signal: AbortSignal,
): PaneObserver {
  let changes = empty();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFirst = false;
  let waitingSince = 0;
  let deliveredAt = Number.NEGATIVE_INFINITY;

  const flush = (): void => {
    gather(observer.takeRecords());
    clearTimeout(timer);
    timer = undefined;
    isFirst = false;
    if (changes.touched.size === 0) return;
    const batch = changes;
    changes = empty();
    deliveredAt = performance.now();
    deliver(batch);
  };
  const gather = (records: readonly MutationRecord[]): void => {
    for (const { target, addedNodes, removedNodes } of records) {
      changes.touched.add(target);
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) changes.added.add(node as Element);
      for (const node of removedNodes) if (node.nodeType === Node.ELEMENT_NODE) changes.removed.add(node as Element);
    }
  };
  const observer = new MutationObserver((records) => {
    gather(records);
    if (isFirst) return;
    const now = performance.now();
    if (timer === undefined) {
      isFirst = now - deliveredAt > DEBOUNCE_MS;
      waitingSince = now;
    }
    clearTimeout(timer);
    timer = setTimeout(flush, isFirst ? FIRST_MS : Math.max(0, Math.min(DEBOUNCE_MS, waitingSince + MAX_WAIT_MS - now)));
  });

  const what: MutationObserverInit = { childList: true, subtree: true, characterData: true };
  if (attributes.length > 0) what.attributeFilter = [...attributes];
  observer.observe(pane, what);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return { flush, alsoIn: (root) => observer.observe(root, what) };
}

const empty = (): PaneChanges => ({ touched: new Set(), added: new Set(), removed: new Set() });
