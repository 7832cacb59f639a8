/** Standard errors of the metrics by resampling the counts; the same for the same counts. */
import { textHash } from '../../runtime/sketches/row-hash.ts'
import type { Count } from './metrics.ts'

/**
 * Deviation of each metric over resamples in which every count is a Poisson number around itself (B. Efron, 1979; A. J.
 * Canty and A. C. Davison, 1999). Metrics that are infinite in a resample are left out of it.
 */
export function bootstrapErrors(
  counts: readonly Count[],
  metrics: (counts: readonly Count[]) => ReadonlyMap<string, number>,
  repetitions: number,
): Map<string, number> {
  const sums = new Map<string, { n: number; sum: number; squares: number }>()
  for (let i = 0; i < repetitions; i++) {
    const resample = counts.map((count, c) => ({ ...count, rows: poisson(count.rows, `${i}:${c}`) }))
    for (const [name, value] of metrics(resample)) {
      if (!Number.isFinite(value)) continue
      const known = sums.get(name) ?? { n: 0, sum: 0, squares: 0 }
      known.n++
      known.sum += value
      known.squares += value * value
      sums.set(name, known)
    }
  }
  return new Map(
    [...sums]
      .filter(([, { n }]) => n > 1)
      .map(([name, { n, sum, squares }]) => [
        name,
        Math.sqrt(Math.max(0, (squares - (sum * sum) / n) / (n - 1))),
      ]),
  )
}

/** A Poisson number by inversion; of large means the rounded normal number. */
function poisson(mean: number, seed: string): number {
  const u = textHash(`poisson ${seed}`)
  if (mean > 50) {
    const v = textHash(`normal ${seed}`)
    const z = Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v)
    return Math.max(0, Math.round(mean + z * Math.sqrt(mean)))
  }
  let k = 0
  let p = Math.exp(-mean)
  for (let below = p; u > below && k < 1000; below += p) p *= mean / ++k
  return k
}
