/** Two columns seen together: their means, spreads and joint spread. */

/** State of a pair over the rows where both are numbers. Empty: all 0. */
export interface Pair {
  count: number
  meanX: number
  meanY: number
  /** Sums of squared deviations from the means, and of their products. */
  squaresX: number
  squaresY: number
  products: number
}

/** The state of no rows. */
export function createPair(): Pair {
  return { count: 0, meanX: 0, meanY: 0, squaresX: 0, squaresY: 0, products: 0 }
}

/** Folds in the rows [0, length) of two columns. */
export function updatePair(pair: Pair, xs: Float64Array, ys: Float64Array, length: number): void {
  for (let row = 0; row < length; row++) {
    const [x, y] = [xs[row] ?? Number.NaN, ys[row] ?? Number.NaN]
    if (Number.isFinite(x) && Number.isFinite(y))
      mergePair(pair, { ...createPair(), count: 1, meanX: x, meanY: y })
  }
}

/**
 * Folds `from` into `into`. Not a sum: the deviations of both sides are around other means. Formula: T. F. Chan,
 * G. H. Golub and R. J. LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances", 1979.
 */
export function mergePair(into: Pair, from: Readonly<Pair>): void {
  const count = into.count + from.count
  if (from.count === 0) return
  const [dx, dy] = [from.meanX - into.meanX, from.meanY - into.meanY]
  const weight = (into.count * from.count) / count
  into.squaresX += from.squaresX + dx * dx * weight
  into.squaresY += from.squaresY + dy * dy * weight
  into.products += from.products + dx * dy * weight
  into.meanX += (dx * from.count) / count
  into.meanY += (dy * from.count) / count
  into.count = count
}

/** Pearson's correlation, -1 to 1; undefined for fewer than four rows, a constant column, or sums beyond a double. */
export function pearson({
  count,
  meanX,
  meanY,
  squaresX,
  squaresY,
  products,
}: Readonly<Pair>): number | undefined {
  // Sums of equal values leave rounding errors instead of a spread of 0.
  const constant = (squares: number, mean: number) => squares <= count * (1e-12 * mean) ** 2
  if (count < 4 || constant(squaresX, meanX) || constant(squaresY, meanY)) return undefined
  const found = products / Math.sqrt(squaresX) / Math.sqrt(squaresY)
  return Number.isFinite(found) ? Math.max(-1, Math.min(1, found)) : undefined
}
