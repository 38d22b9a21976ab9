// The conversation's heat as a small curve over its level lanes, with numbered moments. Drawing only; words come in.
import type { HeatPoint } from '../protocol/advice';
import { HEAT_LEVELS, type HeatLevel } from '../protocol/vocabulary';

const WIDTH = 256;
const LANE_HEIGHT = 24;
const HEIGHT = LANE_HEIGHT * HEAT_LEVELS.length;
const MARGIN = 10;
/** Markers nearer than this would lie on each other; the later one is left to the list. */
const MIN_GAP = 19;

export type Moment = { readonly utterance: string; readonly number: number; readonly eased: boolean };

type Point = { readonly x: number; readonly y: number };

const laneOf = (level: HeatLevel): number => HEIGHT - LANE_HEIGHT * (HEAT_LEVELS.indexOf(level) + 0.5);

/** Where each point of the curve stands: evenly from left to right, as high as its level's lane. */
export function placePoints(curve: readonly HeatPoint[]): readonly Point[] {
  const step = curve.length > 1 ? (WIDTH - 2 * MARGIN) / (curve.length - 1) : 0;
  return curve.map(({ level }, i) => ({ x: MARGIN + i * step, y: laneOf(level) }));
}

/** A soft line through the points: level at each of them, so that it never swings above what was measured. */
function pathThrough(points: readonly Point[]): string {
  return points
    .map((point, i) => {
      const before = points[i - 1];
      if (before === undefined) return `M${point.x} ${point.y}`;
      const middle = (before.x + point.x) / 2;
      return `C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    })
    .join('');
}

type HeatCurveProps = {
  readonly curve: readonly HeatPoint[];
  readonly moments: readonly Moment[];
  /** The whole curve in words. */
  readonly label: string;
};

export function HeatCurve({ curve, moments, label }: HeatCurveProps) {
  const points = placePoints(curve);
  const now = points.at(-1);
  let lastX = Number.NEGATIVE_INFINITY;
  const marks = curve.flatMap(({ utterance }, i) => {
    const moment = moments.find((one) => one.utterance === utterance);
    const point = points[i];
    if (moment === undefined || point === undefined || point.x - lastX < MIN_GAP) return [];
    lastX = point.x;
    return [{ ...moment, ...point }];
  });
  return (
    <svg class="curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <g class="curve-lanes">
        {HEAT_LEVELS.map((level) => (
          <path key={level} d={`M0 ${laneOf(level)}H${WIDTH}`} />
        ))}
      </g>
      <path class="curve-line" d={pathThrough(points)} />
      {now === undefined ? null : <circle class="curve-now" cx={now.x} cy={now.y} r="4" />}
      {marks.map(({ utterance, number, eased, x, y }) => (
        <g key={utterance} class={eased ? 'curve-mark curve-eased' : 'curve-mark'} transform={`translate(${x} ${y})`}>
          {eased ? <rect x="-8.5" y="-8.5" width="17" height="17" rx="4" /> : <circle r="8.5" />}
          <text>{number}</text>
        </g>
      ))}
    </svg>
  );
}
