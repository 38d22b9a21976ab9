// Draws what an agent wrote, with its bold, italic and lists.
import type { RichNode } from './chat';

export function RichText({ node }: { node: RichNode }) {
  const inner = (node.content ?? []).map((child, at) => <RichText key={at} node={child} />);
  switch (node.type) {
    case 'text':
      return <Marked marks={(node.marks ?? []).map(({ type }) => type)} text={node.text ?? ''} />;
    case 'paragraph':
      return <p>{inner}</p>;
    case 'hard_break':
      return <br />;
    case 'bullet_list':
      return <ul>{inner}</ul>;
    case 'list_item':
      return <li>{inner}</li>;
    default:
      return <>{inner}</>;
  }
}

function Marked({ marks, text }: { marks: readonly string[]; text: string }) {
  const [mark, ...rest] = marks;
  const inner = mark === undefined ? text : <Marked marks={rest} text={text} />;
  if (mark === 'strong') return <strong>{inner}</strong>;
  if (mark === 'em') return <em>{inner}</em>;
  return <>{inner}</>;
}
