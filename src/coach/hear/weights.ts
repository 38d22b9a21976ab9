// Model weights as text: one printable character a weight, so that a model file is JSON that every tool reads and no bundle has
// to carry it swollen. 91 steps, finer near nought, where nearly all weights are.

const STEPS = 45;
const FIRST_CHAR = 0x23;
const BACKSLASH = 0x5c;

/** How steps stand apart: value = (step / STEPS) ^ CURVE · largest. */
const CURVE = 1.5;

const codeOf = (step: number): number => {
  const code = FIRST_CHAR + step + STEPS;
  return code >= BACKSLASH ? code + 1 : code;
};

/** In: weights, and the largest size to keep (those beyond are cut to it). Out: as many characters, none of them `"` or `\`. */
export function writeWeights(weights: Float64Array, largest: number): string {
  const codes = Array.from(weights, (weight) => {
    const share = Math.min(1, Math.abs(weight) / largest) ** (1 / CURVE);
    return codeOf(Math.sign(weight) * Math.round(share * STEPS));
  });
  return codes.map((code) => String.fromCharCode(code)).join('');
}

/** The weights that `writeWeights` wrote, to within a step. Read at every start of the worker: each step's value is worked out once. */
export function readWeights(text: string, largest: number): Float32Array {
  const stepValues = new Float32Array(codeOf(STEPS) + 1);
  for (let step = -STEPS; step <= STEPS; step++)
    stepValues[codeOf(step)] = Math.sign(step) * (Math.abs(step) / STEPS) ** CURVE * largest;
  const weights = new Float32Array(text.length);
  for (let at = 0; at < text.length; at++) weights[at] = stepValues[text.charCodeAt(at)] as number;
  return weights;
}
