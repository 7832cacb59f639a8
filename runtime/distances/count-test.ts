/** An exact test of counts: more hits among the current records than the baseline's hits and chance explain. */
import { betaBinomialTail, betaBinomialTails } from './beta.ts'

/** The test for a fixed number of current records. */
export interface CountTest {
  /** Probability of `hits` or more without drift. */
  pValue(hits: number): number
  /** Fewest hits whose p-value is at most `level`; one more than the records where there are none. */
  critical(level: number): number
  /** Probability of a p-value of at most `level` without drift: at most `level`, and much less where hits are rare. */
  attained(level: number): number
}

/** Records beyond which counts are so many that `attained` is as good as the level itself. */
const mostTails = 20_000

/**
 * @param n current records, 1 or more
 * @param hits how many of `of` baseline records were hits
 * @param spread see `betaBinomialTail`
 */
export function countTest(n: number, hits: number, of: number, spread: number): CountTest {
  const tails = n <= mostTails ? betaBinomialTails(n, hits, of, spread) : undefined
  const pValue = (found: number) =>
    tails ? (tails[Math.min(n, found)] ?? 0) : betaBinomialTail(found, n, hits, of, spread)
  const critical = (level: number) => {
    let low = 0
    for (let high = n + 1; low < high; ) {
      const middle = (low + high) >> 1
      if (pValue(middle) <= level) high = middle
      else low = middle + 1
    }
    return low
  }
  const attained = (level: number) => {
    if (!tails) return level
    const least = critical(level)
    return least > n ? 0 : pValue(least)
  }
  return { pValue, critical, attained }
}
