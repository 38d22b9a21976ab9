// Parts the rows of a pane into two groups where nothing says in words who speaks: by marks that change together, or by where
// the text stands. Says only that there are two, never which is the agent.
import { type Mark, marksOf } from './marks';

/** Tells the group of a row: 'a' or 'b'; null for a row that fits neither. `mark` names the split, the same on the next conversation. */
export type Split = { readonly mark: string; groupOf(row: Element): 'a' | 'b' | null };

/** Text this much (of the pane's width) nearer to one edge than to the other leans to it. */
const LEAN = 0.08;

/** Where the text of a row stands in its container; null in the middle, over the full width, or before layout. */
export function leanOf(row: Element, container: Element): 'left' | 'right' | null {
  const range = row.ownerDocument.createRange();
  range.selectNodeContents(row);
  const text = boundsOf(range);
  const pane = container.getBoundingClientRect();
  if (text === null || pane.width === 0) return null;
  const [left, right] = [text.left - pane.left, pane.right - text.right];
  if (Math.abs(left - right) < pane.width * LEAN) return null;
  return left < right ? 'left' : 'right';
}

function boundsOf(range: Range): { left: number; right: number } | null {
  const boxes = [...(range.getClientRects?.() ?? [])].filter((box) => box.width > 2 && box.height > 2);
  if (boxes.length === 0) return null;
  // Elements report their own boxes too, as wide as the row: the narrowest extent is the bubble's.
  const narrow = boxes.filter((box) => box.width <= Math.min(...boxes.map((other) => other.width)) * 4);
  return { left: Math.min(...narrow.map((box) => box.left)), right: Math.max(...narrow.map((box) => box.right)) };
}

/**
 * Finds the split. In: rows that are utterances, at least two. A class of its own is not enough (it may mark the last of a group,
 * or one with a picture): two marks must take turns, each row carrying exactly one, or a mark must go with where the text stands.
 */
export function findSplit(rows: readonly Element[], container: Element): Split | null {
  if (rows.length < 2) return null;
  const leans = rows.map((row) => leanOf(row, container));
  const marks = rows.map((row) => new Set(marksOf(row, container).flat()));
  const patterns = new Map<string, Mark[]>();
  for (const mark of new Set(marks.flatMap((set) => [...set]))) {
    const pattern = marks.map((set) => (set.has(mark) ? '1' : '0')).join('');
    if (/01|10/.test(pattern)) patterns.set(pattern, [...(patterns.get(pattern) ?? []), mark]);
  }
  const candidates = [...patterns].map(([pattern, carriers]) => {
    const turned = patterns.get(pattern.replace(/./g, (bit) => (bit === '1' ? '0' : '1'))) ?? [];
    const agreed = agreement(pattern, leans);
    return {
      mark: [...carriers].sort()[0] ?? '',
      others: turned,
      score: carriers.length + 2 * turned.length + 4 * agreed,
      agreed,
    };
  });
  const best = candidates
    .filter(({ others, agreed }) => others.length > 0 || agreed === 1)
    .sort((x, y) => y.score - x.score || x.mark.localeCompare(y.mark))[0];
  if (best) return byMark(best.mark, [...best.others].sort()[0] ?? null, container);
  const leaning = new Set(leans);
  if (!leaning.has('left') || !leaning.has('right')) return null;
  const groupOf = (row: Element): 'a' | 'b' | null => {
    const lean = leanOf(row, container);
    return lean === null ? null : lean === 'left' ? 'a' : 'b';
  };
  return { mark: 'lean', groupOf };
}

/** 1 where the rows with the mark lean one way and those without it the other; 0 where nothing is known or they disagree. */
function agreement(pattern: string, leans: readonly ('left' | 'right' | null)[]): 0 | 1 {
  const sides = (bit: string) => new Set(leans.filter((lean, index) => pattern[index] === bit && lean !== null));
  const [withMark, without] = [sides('1'), sides('0')];
  return withMark.size === 1 && without.size === 1 && [...withMark][0] !== [...without][0] ? 1 : 0;
}

function byMark(mark: Mark, other: Mark | null, container: Element): Split {
  const groupOf = (row: Element): 'a' | 'b' | null => {
    const marks = new Set(marksOf(row, container).flat());
    if (marks.has(mark)) return 'a';
    return other === null || marks.has(other) ? 'b' : null;
  };
  return { mark: other === null ? mark : `${mark}|${other}`, groupOf };
}
