/**
 * A text as 1,024 numbers: its character trigrams inside words, hashed with a sign (K. Weinberger et al., "Feature hashing
 * for large scale multitask learning", ICML 2009). No dictionary, no model, any script.
 */

/** Numbers of a text. */
export const textWidth = 1024
/** Characters of a text that are looked at. */
export const mostCharacters = 100_000

const scratch = new Uint16Array(mostCharacters + 4)

/**
 * The map of a text: counts of trigrams in lower case, with the edges of words, each as ± log(1 + count), scaled to length
 * 1. Zeros for a text without a letter or digit.
 */
export function mapText(text: string): Float32Array {
  const counts = new Float32Array(textWidth)
  const lower = text.slice(0, mostCharacters).toLowerCase()
  for (const [word] of lower.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) trigrams(word, counts)
  let length = 0
  for (let i = 0; i < textWidth; i++) {
    const count = counts[i]!
    if (count === 0) continue
    counts[i] = Math.sign(count) * Math.log1p(Math.abs(count))
    length += counts[i]! ** 2
  }
  if (length > 0) for (let i = 0; i < textWidth; i++) counts[i]! /= Math.sqrt(length)
  return counts
}

/** Adds a word's trigrams, with a border on both sides. */
function trigrams(word: string, counts: Float32Array): void {
  const length = Math.min(word.length, mostCharacters)
  scratch[0] = 95
  for (let i = 0; i < length; i++) scratch[i + 1] = word.charCodeAt(i)
  scratch[length + 1] = 95
  for (let i = 0; i < length; i++) {
    const h = hash(scratch[i]!, scratch[i + 1]!, scratch[i + 2]!)
    counts[h & (textWidth - 1)]! += h & 0x10000 ? 1 : -1
  }
}

/** The finaliser of MurmurHash3 (A. Appleby, public domain) over three code units. */
function hash(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}
