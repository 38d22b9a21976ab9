// A labelled row: two text edges, label left and content right.
import type { ComponentChildren } from 'preact';

type RowProps = { readonly label: string; readonly part: string; readonly children: ComponentChildren };

export function Row({ label, part, children }: RowProps) {
  return (
    <section class={`row row-${part}`}>
      <h2 class="row-label">{label}</h2>
      <div>{children}</div>
    </section>
  );
}
