// A sheet lies over what is there and moves nothing. Closed, its content stays in the page, hidden.
// Focus goes to it when it opens and back to where it came from when it closes.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button';

type SheetProps = {
  readonly name: string;
  readonly title: string;
  readonly closeLabel: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
};

export function Sheet({ name, title, closeLabel, open, onClose, foot, children }: SheetProps) {
  const sheet = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    sheet.current?.querySelector<HTMLElement>('[data-action=close]')?.focus({ preventScroll: true });
    return () => {
      const focusWasInside = sheet.current?.contains(document.activeElement) ?? true;
      if (focusWasInside && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [open]);
  return (
    <section ref={sheet} class="sheet" data-sheet={name} role="dialog" aria-label={title} hidden={!open}>
      <header class="sheet-head">
        <h2 class="sheet-title">{title}</h2>
        <Button action="close" look="icon" small icon="close" label={closeLabel} onPress={onClose} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="sheet-body" tabIndex={0}>
        {children}
      </div>
      {foot === undefined ? null : <div class="sheet-foot">{foot}</div>}
    </section>
  );
}
