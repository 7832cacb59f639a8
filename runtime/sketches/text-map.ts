/**
 * A text as 4,096 numbers, nearly all of them 0: its runs of three and of four characters inside words, hashed with a sign
 * (K. Weinberger et al., "Feature hashing for large scale multitask learning", ICML 2009). No dictionary, no model, any
 * script. Threes say how something is written, fours what it is about.
 */

/** Numbers for the runs of one size. */
const half = 2048
/** Numbers of a text. */
export const textWidth = 2 * half
/** Characters of a text that are looked at. */
export const mostCharacters = 100_000

const scratch = new Uint16Array(mostCharacters + 4)
const counts = new Int32Array(textWidth)
const touched = new Uint16Array(textWidth)

/**
 * The map of a text, without its zeros: pairs of a place and the number that stands there, by ascending place. The numbers
 * are counts of runs in lower case, with the edges of words, each as ± log(1 + count); those of either size are scaled to
 * length 1. Empty for a text without a letter or digit.
 */
export function mapText(text: string): Float32Array {
  const lower = text.slice(0, mostCharacters).toLowerCase()
  let size = 0
  const add = (h: number, from: number) => {
    const place = from + (h & (half - 1))
    if (counts[place] === 0) touched[size++] = place
    counts[place]! += h & 0x10000 ? 1 : -1
    // Signs that cancel each other out leave the place as it was before.
    if (counts[place] === 0) size = forget(place, size)
  }
  for (const [word] of lower.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) runs(word, add)
  return pairs(touched.subarray(0, size).sort())
}

function forget(place: number, size: number): number {
  touched[touched.subarray(0, size).lastIndexOf(place)] = touched[size - 1]!
  return size - 1
}

/** Reads the counts at some places, and clears them. */
function pairs(places: Uint16Array): Float32Array {
  const map = new Float32Array(2 * places.length)
  const squares = [0, 0]
  for (const [i, place] of places.entries()) {
    const count = counts[place]!
    counts[place] = 0
    const value = Math.sign(count) * Math.log1p(Math.abs(count))
    squares[place < half ? 0 : 1]! += value * value
    map[2 * i] = place
    map[2 * i + 1] = value
  }
  const [threes, fours] = squares.map((square) => 1 / Math.sqrt(square))
  for (let i = 0; i < map.length; i += 2) map[i + 1]! *= map[i]! < half ? threes! : fours!
  return map
}

/** Calls `add` with the hash of each run of a word, with a border on both sides, and where numbers of that size begin. */
function runs(word: string, add: (hash: number, from: number) => void): void {
  const length = Math.min(word.length, mostCharacters)
  scratch[0] = 95
  for (let i = 0; i < length; i++) scratch[i + 1] = word.charCodeAt(i)
  scratch[length + 1] = 95
  for (let i = 0; i < length; i++) {
    const three = mixed(scratch[i]!, scratch[i + 1]!, scratch[i + 2]!)
    add(finished(three), 0)
    if (i + 1 < length) add(finished(Math.imul(three, 0x01000193) ^ scratch[i + 3]!), half)
  }
}

function mixed(a: number, b: number, c: number): number {
  return Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)
}

/** The finaliser of MurmurHash3 (A. Appleby, public domain). */
function finished(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** All numbers of a map. */
export function wholeMap(map: Float32Array): Float64Array {
  const whole = new Float64Array(textWidth)
  for (let i = 0; i < map.length; i += 2) whole[map[i]!] = map[i + 1]!
  return whole
}
