/**
 * Counts of scores by class and fold, for everything that depends on the order of scores: exact up to a number of
 * distinct scores, then in bins whose width is relative to the distance from the nearer end of [0, 1]. The bins of a set
 * of scores do not depend on how it was split: they are the finest of a fixed ladder that are few enough.
 */

/** Most distinct scores (then bins) that are kept. */
export const mostScores = 65_536

/** Plain data. Start with {@link createScores}. */
export interface Scores {
  /** Numbers per score: classes times folds. */
  readonly width: number
  /** Low bits of the significand that are cut off; 0: exact. */
  dropped: number
  /** Slot by score, or by the end of its bin that is nearer to 0 or 1. */
  slots: Map<number, number>
  /** `width` counts per slot. */
  counts: Float64Array
}

export function createScores(width: number): Scores {
  return { width, dropped: 0, slots: new Map(), counts: new Float64Array(16 * width) }
}

const double = new Float64Array(1)
const words = new Uint32Array(double.buffer)

/**
 * Counts a score.
 * @param score in [0, 1]
 * @param cell which of the `width` counts
 */
export function addScore(scores: Scores, score: number, cell: number, times = 1): void {
  const slot = slotOf(scores, scores.dropped === 0 ? score + 0 : binOf(score, scores.dropped))
  scores.counts[slot * scores.width + cell]! += times
  while (scores.slots.size > mostScores) coarsen(scores, scores.dropped + 1)
}

/** Folds in other counts of the same width. */
export function mergeScores(into: Scores, from: Scores): void {
  if (from.dropped > into.dropped) coarsen(into, from.dropped)
  for (const [score, slot] of from.slots)
    for (let cell = 0; cell < from.width; cell++) {
      const count = from.counts[slot * from.width + cell]!
      if (count > 0) addScore(into, score, cell, count)
    }
}

/** Scores (or bins) in falling order, each with its counts. */
export function fallingScores({ slots, counts, width }: Scores): { score: number; counts: Float64Array }[] {
  return [...slots]
    .sort(([a], [b]) => b - a)
    .map(([score, slot]) => ({ score, counts: counts.subarray(slot * width, (slot + 1) * width) }))
}

/** Whether a bin of that score never holds another one: scores that models give to many rows at once. */
export function standsAlone(score: number): boolean {
  return score === 0 || score === 0.5 || score === 1
}

function slotOf(scores: Scores, key: number): number {
  const known = scores.slots.get(key)
  if (known !== undefined) return known
  const slot = scores.slots.size
  scores.slots.set(key, slot)
  if ((slot + 1) * scores.width > scores.counts.length) {
    const larger = new Float64Array(2 * scores.counts.length)
    larger.set(scores.counts)
    scores.counts = larger
  }
  return slot
}

function coarsen(scores: Scores, dropped: number): void {
  const { slots, counts, width } = scores
  scores.dropped = dropped
  scores.slots = new Map()
  scores.counts = new Float64Array(16 * width)
  for (const [score, slot] of slots) {
    const to = slotOf(scores, binOf(score, dropped)) * width
    for (let cell = 0; cell < width; cell++) scores.counts[to + cell]! += counts[slot * width + cell]!
  }
}

/** The score with its significand cut; above a half its distance from 1 is cut, which a double holds exactly. */
function binOf(score: number, dropped: number): number {
  return score <= 0.5 ? cut(score, dropped) : 1 - cut(1 - score, dropped)
}

function cut(x: number, dropped: number): number {
  double[0] = x
  if (dropped < 32) words[low] = (words[low]! >>> dropped) << dropped
  else {
    words[low] = 0
    const more = Math.min(dropped - 32, 31)
    words[high] = (words[high]! >>> more) << more
  }
  // Only 0 itself is in the bin of 0.
  return double[0] || (x > 0 ? Number.MIN_VALUE : 0)
}

const low = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1
const high = 1 - low
