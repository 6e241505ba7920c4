import { dot, factorise, solveFactorised } from './dense.ts';

/** One example: features all topics share, and the topic that it is about. */
export interface Example {
  topic: number;
  features: Float64Array;
  /** 1 or 0. */
  target: number;
}

/** Log-odds = features · weights + offset of the topic. */
export interface Logistic {
  weights: Float64Array;
  offsets: Float64Array;
}

const ROUNDS = 12;
/** Features are held by 1 / C = 1 after standardising; a topic's own offset by a little over ten times that, so that topics with few papers stay near the others. */
const OFFSET_PENALTY = 11;

/** Logistic regression by Newton's method, held near 0. */
export function fitLogistic(examples: Example[], topics: number): Logistic {
  const width = examples[0]?.features.length ?? 0;
  const { mean, deviation } = moments(examples, width);
  const size = width + topics;
  const rows = examples.map(({ features }) => features.map((value, at) => (value - mean[at]!) / deviation[at]!));
  const x = new Float64Array(size + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = x.map((value, at) => (at === size ? 0 : -value * (at < width ? 1 : OFFSET_PENALTY)));
    const hessian = new Float64Array((size + 1) * (size + 1));
    for (let i = 0; i < size; i++) hessian[i * (size + 1) + i] = i < width ? 1 : OFFSET_PENALTY;
    hessian[size * (size + 2)] = 1e-9;
    examples.forEach(({ topic, target }, at) => addExample(rows[at]!, width + topic, target, x, gradient, hessian));
    factorise(hessian, size + 1);
    const step = solveFactorised(hessian, size + 1, gradient, 1);
    for (let i = 0; i <= size; i++) x[i]! += step[i]!;
    if (step.every((value) => Math.abs(value) < 1e-6)) break;
  }
  const weights = x.slice(0, width).map((value, at) => value / deviation[at]!);
  const bias = x[size]! - dot(weights, 0, mean, 0, width);
  return { weights, offsets: x.slice(width, size).map((value) => value + bias) };
}

export function logOdds({ topic, features }: Pick<Example, 'topic' | 'features'>, { weights, offsets }: Logistic): number {
  return dot(features, 0, weights, 0, features.length) + offsets[topic]!;
}

function addExample(
  row: Float64Array,
  own: number,
  target: number,
  x: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  const width = row.length;
  const last = x.length - 1;
  const p = 1 / (1 + Math.exp(-(dot(row, 0, x, 0, width) + x[own]! + x[last]!)));
  const error = target - p;
  const curve = p * (1 - p);
  for (let i = 0; i < width; i++) {
    const value = row[i]!;
    gradient[i]! += error * value;
    const scaled = curve * value;
    for (let j = 0; j <= i; j++) hessian[i * x.length + j]! += scaled * row[j]!;
    hessian[own * x.length + i]! += scaled;
    hessian[last * x.length + i]! += scaled;
  }
  gradient[own]! += error;
  gradient[last]! += error;
  hessian[own * x.length + own]! += curve;
  hessian[last * x.length + own]! += curve;
  hessian[last * x.length + last]! += curve;
}

function moments(examples: Example[], width: number): { mean: Float64Array; deviation: Float64Array } {
  const mean = new Float64Array(width);
  const square = new Float64Array(width);
  for (const { features } of examples)
    for (let i = 0; i < width; i++) {
      mean[i]! += features[i]! / examples.length;
      square[i]! += features[i]! ** 2 / examples.length;
    }
  return { mean, deviation: square.map((value, at) => Math.sqrt(Math.max(0, value - mean[at]! ** 2)) || 1) };
}
