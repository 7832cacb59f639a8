/** Pictures that look the same: groups of perceptual hashes that differ in few bits. */

/** Bits in which the hashes of two pictures that look the same differ at most; those of unlike ones differ in 22 and more. */
const mostBits = 6
/**
 * Seven blocks of 64 bits: word, shift and width. Two hashes that differ in at most six bits agree in one block or more, so
 * only those are compared (M. Norouzi et al., "Fast search in Hamming space with multi-index hashing", CVPR 2012).
 */
const blocks = [
  [0, 21, 11],
  [0, 10, 11],
  [0, 0, 10],
  [1, 24, 8],
  [1, 16, 8],
  [1, 8, 8],
  [1, 0, 8],
] as const

/**
 * How many groups there are when hashes of up to six different bits belong together, also by way of others between them.
 * Depends on the set alone, not on its order.
 * @param hashes different ones, of 16 hexadecimal digits
 */
export function groupsOf(hashes: readonly string[]): number {
  const words = [0, 8].map((from) =>
    Int32Array.from(hashes, (hash) => Number.parseInt(hash.slice(from, from + 8), 16)),
  ) as [Int32Array, Int32Array]
  const parents = Int32Array.from(hashes, (_, i) => i)
  let groups = hashes.length
  for (const [word, shift, width] of blocks) {
    for (const list of bucketsOf(words[word], shift, width))
      for (const [at, i] of list.entries())
        for (const j of list.slice(0, at)) {
          if (bitsOf(words[0][i]! ^ words[0][j]!) + bitsOf(words[1][i]! ^ words[1][j]!) > mostBits) continue
          const [a, b] = [rootOf(parents, i), rootOf(parents, j)]
          if (a === b) continue
          parents[a] = b
          groups--
        }
  }
  return groups
}

/** Places of equal values of a block. */
function bucketsOf(words: Int32Array, shift: number, width: number): number[][] {
  const buckets: number[][] = Array.from({ length: 1 << width }, () => [])
  for (const [i, word] of words.entries()) buckets[(word >>> shift) & ((1 << width) - 1)]!.push(i)
  return buckets
}

/** Number of bits that are set. */
function bitsOf(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function rootOf(parents: Int32Array, from: number): number {
  let i = from
  while (parents[i] !== i) {
    parents[i] = parents[parents[i]!]!
    i = parents[i]!
  }
  return i
}

/**
 * Pictures that differ from one another to the eye.
 * @param hashes all different ones, or those of them that were kept
 * @param distinct how many different ones there are
 * @returns exact when all were kept. Else at least as many in expectation: of a group the sample holds a part, and of its
 * repetitions at most as large a part
 */
export function distinctPictures(hashes: readonly string[], distinct: number): number {
  if (hashes.length === 0) return 0
  const total = Math.max(distinct, hashes.length)
  return total * (groupsOf(hashes) / hashes.length)
}
