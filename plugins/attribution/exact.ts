/** Shapley values by their definition (L. S. Shapley, 1953): every set of features is asked about. */

/** More features would need more than 4,096 answers a row. */
export const mostExactFeatures = 12

/** Every set of so many features but the empty and the full one, in the order of the bits of their number. */
export function allSets(features: number): Uint8Array[] {
  return Array.from({ length: 2 ** features - 2 }, (_, i) =>
    Uint8Array.from({ length: features }, (_, k) => ((i + 1) >> k) & 1),
  )
}

/**
 * @param values the model's answer for each of {@link allSets}
 * @returns one number per feature
 */
export function exactShapley(
  features: number,
  values: ArrayLike<number>,
  empty: number,
  full: number,
): Float64Array {
  const last = 2 ** features - 1
  const answer = (set: number) => (set === 0 ? empty : set === last ? full : values[set - 1]!)
  const weights = sizeWeights(features)
  const result = new Float64Array(features)
  for (let set = 0; set <= last; set++)
    for (let k = 0; k < features; k++)
      if ((set >> k) % 2 === 0) result[k]! += weights[bits(set)]! * (answer(set | (1 << k)) - answer(set))
  return result
}

/** s! (M − s − 1)! / M! by s. */
function sizeWeights(features: number): number[] {
  const weights = [1 / features]
  for (let s = 1; s < features; s++) weights.push((weights[s - 1]! * s) / (features - s))
  return weights
}

function bits(set: number): number {
  let count = 0
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1
  return count
}
