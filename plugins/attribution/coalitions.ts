/**
 * Which sets of features Kernel SHAP asks the model about, and how each counts. Source: S. M. Lundberg and S.-I. Lee, A
 * unified approach to interpreting model predictions (2017): all sets of the sizes that count most, and random ones of
 * the rest, each with its complement.
 */
import { textHash } from '../../runtime/sketches/row-hash.ts'

/** Sets of features with their weights; the empty and the full set are not among them. */
export interface Coalitions {
  readonly features: number
  /** One byte per set and feature. */
  readonly masks: Uint8Array[]
  readonly weights: number[]
}

/**
 * @param features from 2 on
 * @param most number of sets; when all fit, they are all there and the result is exact
 */
export function coalitionsOf(features: number, most: number, seed: number): Coalitions {
  const result: Coalitions = { features, masks: [], weights: [] }
  const sizes = kernelSizes(features)
  let left = Math.min(most, 2 ** features - 2)
  let rest = sizes.reduce((sum, { weight }) => sum + weight, 0)
  let next = 0
  for (; next < sizes.length; next++) {
    const { size, weight, paired } = sizes[next]!
    const count = choose(features, size) * (paired ? 2 : 1)
    // Like the reference implementation: a size is complete when its share of the samples left covers it.
    if (left + 1e-8 < count || (left * weight) / rest / count < 1 - 1e-8) break
    for (const members of subsets(features, size)) add(result, members, weight / count, paired)
    left -= count
    rest -= weight
  }
  if (next < sizes.length && left > 0) sample(result, sizes.slice(next), left, rest, seed)
  return result
}

interface Size {
  readonly size: number
  /** Of all sets of the size, and of the complements' size where that is another. */
  readonly weight: number
  readonly paired: boolean
}

/** The Shapley kernel summed over the sets of a size, (M − 1) / (s (M − s)), normalised. */
function kernelSizes(features: number): Size[] {
  const half = Math.ceil((features - 1) / 2)
  const sizes = Array.from({ length: half }, (_, i) => {
    const size = i + 1
    const paired = 2 * size !== features
    return { size, paired, weight: ((features - 1) / (size * (features - size))) * (paired ? 2 : 1) }
  })
  const total = sizes.reduce((sum, { weight }) => sum + weight, 0)
  return sizes.map((each) => ({ ...each, weight: each.weight / total }))
}

/** Random sets of the sizes left; equal ones count together, and all together as much as the sizes do. */
function sample(result: Coalitions, sizes: readonly Size[], most: number, rest: number, seed: number): void {
  const known = new Map<string, number>()
  const first = result.masks.length
  const random = numbers(seed)
  for (let tries = 0; result.masks.length - first < most && tries < 4 * most; tries++) {
    const { size, paired } = pick(sizes, rest, random())
    const members = randomSubset(result.features, size, random)
    for (const complement of paired ? [false, true] : [false]) {
      const mask = maskOf(result.features, members, complement)
      const key = mask.join('')
      const at = known.get(key)
      if (at !== undefined) result.weights[at]!++
      else if (result.masks.length - first < most) {
        known.set(key, result.masks.length)
        result.masks.push(mask)
        result.weights.push(1)
      }
    }
  }
  const drawn = result.weights.slice(first).reduce((sum, weight) => sum + weight, 0)
  for (let i = first; i < result.weights.length; i++) result.weights[i]! *= rest / drawn
}

/** Uniform numbers in [0, 1), the same for the same seed. */
function numbers(seed: number): () => number {
  let i = 0
  return () => textHash(`shap ${seed} ${i++}`)
}

function pick(sizes: readonly Size[], total: number, u: number): Size {
  let below = 0
  for (const size of sizes) {
    below += size.weight
    if (u * total < below) return size
  }
  return sizes.at(-1)!
}

function randomSubset(features: number, size: number, random: () => number): number[] {
  const order = Array.from({ length: features }, (_, i) => i)
  for (let i = 0; i < size; i++) {
    const j = i + Math.floor(random() * (features - i))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order.slice(0, size)
}

function add(result: Coalitions, members: readonly number[], weight: number, paired: boolean): void {
  for (const complement of paired ? [false, true] : [false]) {
    result.masks.push(maskOf(result.features, members, complement))
    result.weights.push(weight)
  }
}

function maskOf(features: number, members: readonly number[], complement: boolean): Uint8Array {
  const mask = new Uint8Array(features).fill(complement ? 1 : 0)
  for (const member of members) mask[member] = complement ? 0 : 1
  return mask
}

function* subsets(features: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield []
  else
    for (let first = from; first <= features - size; first++)
      for (const others of subsets(features, size - 1, first + 1)) yield [first, ...others]
}

/** Binomial coefficient. */
export function choose(n: number, k: number): number {
  let result = 1
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i
  return Math.round(result)
}
