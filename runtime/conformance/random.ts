/** Seeded random numbers: the same seed gives the same data on every machine. */

/** A stream of random numbers. */
export interface Random {
  /** Evenly distributed in [0, 1). */
  next(): number
  /** A whole number in [0, limit). */
  below(limit: number): number
  /** Normally distributed with mean 0 and deviation 1. */
  normal(): number
  /** One of a list, each as likely. */
  pick<T>(list: readonly T[]): T
}

/** Starts a stream. The generator is T. Ettinger's mulberry32 (public domain): 32 bits of state, enough for test data. */
export function seeded(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (list) => list[below(list.length)]!,
  }
}
