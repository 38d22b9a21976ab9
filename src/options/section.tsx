// One section of the page: its heading, a line on what it is for, its content.
import type { ComponentChildren } from 'preact';

type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly children: ComponentChildren;
};

export function Section({ id, title, text, children }: SectionProps) {
  return (
    <section id={id} class="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} class="section-title">
        {title}
      </h2>
      {text === undefined ? null : <p class="section-text">{text}</p>}
      {children}
    </section>
  );
}
