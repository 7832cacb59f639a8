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

/** The first 32 bits of the fractional parts of the square roots of the first 8 primes, and of the cube roots of 64. */
// biome-ignore format: a table
const start = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]
// biome-ignore format: a table
const constants = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
)
const schedule = new Int32Array(64)

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
