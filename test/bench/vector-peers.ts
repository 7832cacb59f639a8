/** What others would do with the same vectors. */
import type { Random } from '../../runtime/conformance/random.ts'
import { kolmogorovTail } from './kolmogorov-tail.ts'

/** Two-sample Kolmogorov-Smirnov per dimension, Bonferroni (S. Rabanser et al., NeurIPS 2019): the smallest p-value. */
export function bonferroniKs(a: readonly Float32Array[], b: readonly Float32Array[]): number {
  const width = a[0]!.length
  let least = 1
  for (let j = 0; j < width; j++) {
    const x = Float32Array.from(a, (row) => row[j]!).sort()
    const y = Float32Array.from(b, (row) => row[j]!).sort()
    let distance = 0
    for (let i = 0, k = 0; i < x.length && k < y.length; ) {
      // Equal values are one step of both: between them there is no difference.
      const value = Math.min(x[i]!, y[k]!)
      while (x[i] === value) i++
      while (y[k] === value) k++
      distance = Math.max(distance, Math.abs(i / x.length - k / y.length))
    }
    least = Math.min(least, kolmogorovTail(distance, (x.length * y.length) / (x.length + y.length)))
  }
  return Math.min(1, least * width)
}

/** Maximum mean discrepancy with a Gaussian kernel of the median distance, by permutations. */
export function exactMmd(
  a: readonly Float32Array[],
  b: readonly Float32Array[],
  random: Random,
  permutations = 100,
): number {
  const all = [...a, ...b]
  const n = all.length
  const squares = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      let sum = 0
      for (let k = 0; k < all[i]!.length; k++) sum += (all[i]![k]! - all[j]![k]!) ** 2
      squares[i * n + j] = sum
      squares[j * n + i] = sum
    }
  const median = squares.filter((_, at) => at % 97 === 5).sort()[Math.floor(squares.length / 97 / 2)]!
  const kernel = squares.map((square) => Math.exp(-square / median))
  const order = Array.from({ length: n }, (_, i) => i)
  const statistic = () => {
    const weight = new Float64Array(n)
    for (const [place, i] of order.entries()) weight[i] = place < a.length ? 1 / a.length : -1 / b.length
    let sum = 0
    for (let i = 0; i < n; i++) {
      let row = 0
      for (let j = 0, at = i * n; j < n; j++, at++) row += kernel[at]! * weight[j]!
      sum += row * weight[i]!
    }
    return sum
  }
  const found = statistic()
  let larger = 1
  for (let run = 0; run < permutations; run++) {
    for (let i = n - 1; i > 0; i--) {
      const j = random.below(i + 1)
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    if (statistic() >= found) larger++
  }
  return larger / (permutations + 1)
}
