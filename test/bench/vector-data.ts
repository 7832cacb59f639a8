/** Synthetic vectors: decaying spectrum with a random rotation, as embeddings have, and the shifts to be found. */
import type { Random } from '../../runtime/conformance/random.ts'

/** Makes `n` vectors. */
export type Source = (random: Random, n: number) => Float32Array[]

/** Normal vectors of `width` numbers, each of variance 1, correlated by neighbours. */
export function gaussian(width: number, correlation = 0.3): Source {
  return (random, n) => Array.from({ length: n }, () => oneVector(random, width, correlation))
}

function oneVector(random: Random, width: number, correlation: number): Float32Array {
  const vector = new Float32Array(width)
  const rest = Math.sqrt(1 - correlation ** 2)
  for (let j = 0; j < width; j++)
    vector[j] = j === 0 ? random.normal() : correlation * vector[j - 1]! + rest * random.normal()
  return vector
}

/** What changes a set of vectors of deviation 1. */
export interface Shift {
  readonly name: string
  apply(vectors: Float32Array[], random: Random): Float32Array[]
}

const each =
  (change: (vector: Float32Array, random: Random) => Float32Array): Shift['apply'] =>
  (vectors, random) =>
    vectors.map((vector) => change(vector, random))

/** The shifts of the power tables. */
export const shifts: readonly Shift[] = [
  ...[0.05, 0.08].map((by) => ({ name: `dense mean ${by}σ`, apply: each((v) => v.map((x) => x + by)) })),
  ...[0.2, 0.3].map((by) => ({
    name: `one dimension ${by}σ`,
    apply: each((v) => v.map((x, j) => (j === 7 ? x + by : x))),
  })),
  ...[1.04, 1.06].map((by) => ({ name: `scale ×${by}`, apply: each((v) => v.map((x) => x * by)) })),
  ...[0.2, 0.3].map((by) => ({
    name: `correlation ${by}`,
    // A common factor: every pair of dimensions gets this correlation, every dimension keeps its variance.
    apply: each((v, random) => {
      const common = Math.sqrt(by) * random.normal()
      return v.map((x) => Math.sqrt(1 - by) * x + common)
    }),
  })),
  ...[0.02, 0.03, 0.05].map((share) => ({ name: `new cluster ${share * 100} %`, apply: cluster(share, 1) })),
  // Inside the cloud: no farther from the centre than other records, but all in one place.
  { name: 'tight cluster 5 %', apply: cluster(0.05, 0.3) },
]

/** A share of the records lies six deviations away, in one direction that no axis has. */
function cluster(share: number, size: number): Shift['apply'] {
  return (vectors, random) => {
    const direction = vectors[0]!.map(() => random.normal())
    const length = Math.hypot(...direction)
    return vectors.map((v) =>
      random.next() < share ? v.map((x, j) => size * x + (6 * direction[j]!) / length) : v,
    )
  }
}
