// Notices that a page may have moved to another conversation, with next to no work on a page that stands still.

/** A page is looked at this often in any case: content scripts do not hear of every change of address. */
const WATCH_MS = 1_000;
/** After a move the page draws in steps; by the last of these times it is searched even if nothing seems to have changed. */
const SURE_MS = 1_250;
const AFTER_MOVE_MS = [0, 60, 250, 600, SURE_MS];

/** `watch`: look whether anything changed. `moved`: another conversation may be in front, look even if nothing seems to have changed. */
export type PageHint = 'moved' | 'watch';

type Navigation = { readonly navigation?: EventTarget };

/** Calls `look` at once and from then on, until the signal is aborted. */
export function watchPage(view: Window, look: (hint: PageHint) => void, signal: AbortSignal): void {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let href = view.location.href;
  const moved = (): void => {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
    for (const ms of AFTER_MOVE_MS) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        look(ms === SURE_MS ? 'moved' : 'watch');
      }, ms);
      timers.add(timer);
    }
  };
  const watch = setInterval(() => {
    const before = href;
    href = view.location.href;
    if (href === before) look('watch');
    else moved();
  }, WATCH_MS);

  for (const name of ['hashchange', 'popstate', 'pageshow', 'resize'] as const) view.addEventListener(name, moved, { signal });
  view.document.addEventListener('visibilitychange', moved, { signal });
  (view as Window & Navigation).navigation?.addEventListener('currententrychange', moved, { signal });
  signal.addEventListener('abort', () => {
    clearInterval(watch);
    for (const timer of timers) clearTimeout(timer);
  });
  moved();
}

/** Frames smaller than this hold no conversation (advertisements, trackers, tokens). */
const MIN_FRAME_PX = 160;

/** Tells cheaply whether a search is worth its cost. */
export class PageProbe {
  readonly #view: Window;
  #seen = '';

  constructor(view: Window) {
    this.#view = view;
  }

  /** A frame that nobody could read anything in; it may grow. */
  get isTiny(): boolean {
    const { innerWidth, innerHeight, top } = this.#view;
    return this.#view !== top && (innerWidth < MIN_FRAME_PX || innerHeight < MIN_FRAME_PX);
  }

  /** Whether the page is another one than at the last call, by its address, its size and the number of its elements. */
  hasChanged(): boolean {
    const { document, location, innerWidth } = this.#view;
    const seen = `${location.href} ${document.getElementsByTagName('*').length} ${innerWidth}`;
    const isNew = seen !== this.#seen;
    this.#seen = seen;
    return isNew;
  }
}
