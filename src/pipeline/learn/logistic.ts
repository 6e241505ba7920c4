import { dot, factorise, solveFactorised } from './dense.ts';

/** One example: features all topics share, the topic that it is about, and what stands there of that topic's own. */
export interface Example {
  topic: number;
  features: Float64Array;
  /** Numbers of the phrases that stand there. */
  phrases: number[];
  /** 1 or 0. */
  target: number;
}

/** Log-odds = features · weights + offset of the topic + weights of the phrases. */
export interface Logistic {
  weights: Float64Array;
  offsets: Float64Array;
  phrases: Float64Array;
}

const ROUNDS = 12;
/** Steps of conjugate gradients a round: phrases are many, so Newton's equations are not solved outright. */
const STEPS = 25;
/** Features are held by 1 / C = 1 after standardising; a topic's own offset by a little over ten times that, so that topics with few papers stay near the others; a phrase by four times. */
const OFFSET_PENALTY = 11;
const PHRASE_PENALTY = 4;

/** Logistic regression by Newton's method, held near 0. */
export function fitLogistic(examples: Example[], topics: number, phraseCount: number): Logistic {
  const width = examples[0]?.features.length ?? 0;
  const { mean, deviation } = moments(examples, width);
  const rows = examples.map(({ features }) => features.map((value, at) => (value - mean[at]!) / deviation[at]!));
  const size = width + topics + 1;
  const penalty = new Float64Array(size + phraseCount);
  penalty
    .fill(1, 0, width)
    .fill(OFFSET_PENALTY, width, size - 1)
    .fill(PHRASE_PENALTY, size);
  const x = new Float64Array(size + phraseCount);
  for (let round = 0; round < ROUNDS; round++) {
    const step = newtonStep(examples, rows, size, x, penalty);
    for (let i = 0; i < x.length; i++) x[i]! += step[i]!;
    if (step.every((value) => Math.abs(value) < 1e-4)) break;
  }
  const weights = x.slice(0, width).map((value, at) => value / deviation[at]!);
  const bias = x[size - 1]! - dot(weights, 0, mean, 0, width);
  return { weights, offsets: x.slice(width, size - 1).map((value) => value + bias), phrases: x.slice(size) };
}

export function logOdds(
  { topic, features, phrases }: Pick<Example, 'topic' | 'features' | 'phrases'>,
  { weights, offsets, phrases: byPhrase }: Logistic,
): number {
  let sum = dot(features, 0, weights, 0, features.length) + offsets[topic]!;
  for (const phrase of phrases) sum += byPhrase[phrase]!;
  return sum;
}

/**
 * What Newton's method adds to x = features, topics, bias, phrases: its equations by conjugate gradients, conditioned by
 * their exact solution for all but the phrases, and by the diagonal for these.
 */
function newtonStep(examples: Example[], rows: Float64Array[], size: number, x: Float64Array, penalty: Float64Array) {
  const gradient = x.map((value, at) => -value * penalty[at]!);
  const hessian = new Float64Array(size * size);
  for (let i = 0; i < size; i++) hessian[i * size + i] = penalty[i]! || 1e-9;
  const diagonal = penalty.slice(size);
  const curves = examples.map((example, at) => addExample(example, rows[at]!, size, x, gradient, hessian, diagonal));
  factorise(hessian, size);
  const condition = (v: Float64Array): Float64Array => {
    const out = v.slice();
    out.set(solveFactorised(hessian, size, v.subarray(0, size), 1));
    for (let i = 0; i < diagonal.length; i++) out[size + i]! /= diagonal[i]!;
    return out;
  };
  const step = new Float64Array(x.length);
  const rest = gradient;
  let ahead = condition(rest);
  const direction = ahead.slice();
  let error = dot(rest, 0, ahead, 0, rest.length);
  const enough = error * 1e-8;
  for (let i = 0; i < STEPS && error > enough; i++) {
    const pushed = multiplyHessian(examples, rows, size, curves, penalty, direction);
    const length = error / dot(direction, 0, pushed, 0, pushed.length);
    for (let k = 0; k < step.length; k++) {
      step[k]! += length * direction[k]!;
      rest[k]! -= length * pushed[k]!;
    }
    ahead = condition(rest);
    const left = dot(rest, 0, ahead, 0, rest.length);
    for (let k = 0; k < step.length; k++) direction[k] = ahead[k]! + (left / error) * direction[k]!;
    error = left;
  }
  return step;
}

/** Adds to gradient, Hessian and the diagonal of its part for phrases; returns the curve of the loss there, p · (1 − p). */
function addExample(
  { topic, phrases, target }: Example,
  row: Float64Array,
  size: number,
  x: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
  diagonal: Float64Array,
): number {
  const width = row.length;
  const own = width + topic;
  const last = size - 1;
  let odds = dot(row, 0, x, 0, width) + x[own]! + x[last]!;
  for (const phrase of phrases) odds += x[size + phrase]!;
  const p = 1 / (1 + Math.exp(-odds));
  const error = target - p;
  const curve = p * (1 - p);
  for (let i = 0; i < width; i++) {
    const value = row[i]!;
    gradient[i]! += error * value;
    const scaled = curve * value;
    for (let j = 0; j <= i; j++) hessian[i * size + j]! += scaled * row[j]!;
    hessian[own * size + i]! += scaled;
    hessian[last * size + i]! += scaled;
  }
  gradient[own]! += error;
  gradient[last]! += error;
  hessian[own * size + own]! += curve;
  hessian[last * size + own]! += curve;
  hessian[last * size + last]! += curve;
  for (const phrase of phrases) {
    gradient[size + phrase]! += error;
    diagonal[phrase]! += curve;
  }
  return curve;
}

function multiplyHessian(
  examples: Example[],
  rows: Float64Array[],
  size: number,
  curves: number[],
  penalty: Float64Array,
  v: Float64Array,
): Float64Array {
  const out = v.map((value, at) => value * penalty[at]!);
  const last = size - 1;
  examples.forEach(({ topic, phrases }, at) => {
    const row = rows[at]!;
    const own = row.length + topic;
    let sum = dot(row, 0, v, 0, row.length) + v[own]! + v[last]!;
    for (const phrase of phrases) sum += v[size + phrase]!;
    sum *= curves[at]!;
    for (let i = 0; i < row.length; i++) out[i]! += sum * row[i]!;
    out[own]! += sum;
    out[last]! += sum;
    for (const phrase of phrases) out[size + phrase]! += sum;
  });
  return out;
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
