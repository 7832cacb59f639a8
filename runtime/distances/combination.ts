/**
 * Several tests of the same records under one level. Where tests say nearly the same, a bound as that of Bonferroni counts
 * them as often as there are tests. Here each p-value is made a Cauchy number, whose weighted sum has the same tail however
 * the tests depend on each other (Y. Liu and J. Xie, "Cauchy combination test: a powerful test with analytic p-value
 * calculation under arbitrary dependency structures", JASA 115, 2020). Counts of what is rare are discrete: most of them
 * cannot reach a small p-value without drift, so their share of the level goes to the others (P. Westfall and R. Wolfinger,
 * "Multiple tests with discrete distributions", The American Statistician 51, 1997).
 */

/** One of the tests. */
export interface CombinedTest {
  readonly pValue: number
  /** Its share of the level, in relation to those of the others: above 0. */
  readonly weight: number
  /** Probability of a p-value of at most `level` without drift; absent: the level itself. */
  readonly attained?: (level: number) => number
}

/** What the tests say together. */
export interface Combination {
  /** Probability of p-values like these without drift: of the combination, or of the bound. */
  readonly pValue: number
  /** Per test an upper bound of the probability that any p-value is as small, for its weight, as that of this test. */
  readonly single: readonly number[]
  /**
   * Per test the p-value below which it is an alarm of its own. Of the test with the smallest p-value for its weight, where
   * that is not what all tests together say: the p-value at which they would say so, the others being as they are.
   */
  readonly critical: readonly number[]
}

/**
 * The largest p-value that counts: a test whose p-value is too large as a rule must not outweigh all others (T. Fang et
 * al., "Heavy-tailed distribution for combining dependent p-values with asymptotic robustness", Statistica Sinica 33, 2023).
 */
const largest = 0.99

/**
 * @param level of all tests together, 0 < level < 1
 * @param errTogether the p-values share an estimate, such as how much hours differ, so that they are too small together where
 * it is too small: then the bound is taken, whose slack makes up for that
 */
export function combine(tests: readonly CombinedTest[], level: number, errTogether: boolean): Combination {
  const family = (p: number) =>
    Math.min(
      1,
      tests.reduce((sum, { weight, attained }) => sum + (attained ?? same)(Math.min(1, weight * p)), 0),
    )
  const parts = tests.map(part)
  const sum = parts.reduce((all, each) => all + each, 0)
  const single = tests.map((test) => family(test.pValue / test.weight))
  const smallest = Math.min(1, ...single)
  const strongest = single.indexOf(smallest)
  const pValue = errTogether ? smallest : family(tail(sum))
  const each = levelOf(family, level)
  const critical = tests.map((test, i) => {
    const own = Math.min(largest, each * test.weight)
    if (errTogether || i !== strongest || test.pValue < own === pValue < level) return own
    return Math.min(largest, tail((cauchy(each) - (sum - parts[i]!)) / test.weight))
  })
  return { pValue, single, critical }
}

const same = (level: number) => level

/** What a test adds to the sum. A count that is not larger than usual is no sign of the contrary. */
function part({ pValue, weight, attained }: CombinedTest): number {
  const value = cauchy(Math.min(largest, pValue))
  return weight * (attained ? Math.max(0, value) : value)
}

/** The Cauchy number whose upper tail has the probability `p`; finite. */
function cauchy(p: number): number {
  return Math.min(Number.MAX_VALUE / 1e9, 1 / Math.tan(Math.PI * Math.max(p, 1e-300)))
}

/** Its inverse. */
function tail(value: number): number {
  return Math.atan2(1, value) / Math.PI
}

/** The largest p-value, of a test of weight 1, that keeps the level of all, by bisection. */
function levelOf(family: (p: number) => number, level: number): number {
  let low = 0
  let high = 1
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (family(middle) < level) low = middle
    else high = middle
  }
  return low
}
