/** SHA-256 of short texts without Node's cryptography, which takes longer to load than a job to plan. */

/**
 * The digest of a text's UTF-8, in 64 hexadecimal digits.
 * Source: FIPS 180-4, Secure Hash Standard (2015), sections 4.1.2, 5.1.1 and 6.2.2.
 */
export function sha256(text: string): string {
  const words = padded(text)
  const state = Int32Array.from(start)
  for (let block = 0; block < words.length; block += 16) compress(state, words, block)
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

const primes = firstPrimes(64)
/** The first 32 bits of the fractional parts of square and cube roots of primes. */
const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))
const schedule = new Int32Array(64)

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}

function fraction(x: number): number {
  return ((x % 1) * 2 ** 32) | 0
}

/** The text's bytes, one bit, zeros and the length in bits: whole blocks of 16 big-endian words. */
function padded(text: string): Int32Array {
  const bytes = Buffer.from(text)
  const words = new Int32Array(16 * Math.ceil((bytes.length + 9) / 64))
  for (let i = 0; i < bytes.length; i++) words[i >> 2]! |= bytes[i]! << (24 - 8 * (i & 3))
  words[bytes.length >> 2]! |= 0x80 << (24 - 8 * (bytes.length & 3))
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29)
  words[words.length - 1] = bytes.length << 3
  return words
}

function compress(state: Int32Array, words: Int32Array, block: number): void {
  for (let t = 0; t < 16; t++) schedule[t] = words[block + t]!
  for (let t = 16; t < 64; t++) {
    const x = schedule[t - 15]!
    const y = schedule[t - 2]!
    const low = rotated(x, 7) ^ rotated(x, 18) ^ (x >>> 3)
    const high = rotated(y, 17) ^ rotated(y, 19) ^ (y >>> 10)
    schedule[t] = schedule[t - 16]! + low + schedule[t - 7]! + high
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g)
    const first =
      h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + choice + constants[t]! + schedule[t]!
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + majority
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i]! += word
}

function rotated(x: number, bits: number): number {
  return (x >>> bits) | (x << (32 - bits))
}
