/** A number per row that depends only on what the row is: the base of every sampler. */
import type { Batch } from '../batch.ts'

const encoder = new TextEncoder()
let scratch = new Uint8Array(512)

/**
 * Uniform in [0, 1), with 53 bits, from a seed and the row's event id; without one from its file and byte offset. So the
 * same row gets the same number whatever else is read, in whatever pieces.
 * Mixing: two lanes of multiply-xorshift with the finaliser constants of MurmurHash3 (A. Appleby, public domain).
 * @param seed any text; other seeds give independent numbers
 */
export function rowHash(batch: Batch, row: number, seed = ''): number {
  const id = batch.eventId(row)
  if (id !== undefined) return textHash(`${seed}\u0000${id}`)
  const { file, offset } = batch.position(row)
  return textHash(`${seed}\u0001${file}\u0000${offset}`)
}

/** Uniform in [0, 1) from a text. */
export function textHash(text: string): number {
  if (scratch.length < text.length * 3) scratch = new Uint8Array(text.length * 3)
  const { written } = encoder.encodeInto(text, scratch)
  let high = 0x9747b28c ^ written
  let low = 0x2c1b3c6d
  for (let i = 0; i < written; i++) {
    high = Math.imul(high ^ scratch[i]!, 0x01000193)
    low = Math.imul(low + scratch[i]! + 1, 0x85ebca6b)
    low ^= low >>> 13
  }
  return ((mix(high ^ low) >>> 5) * 2 ** 26 + (mix(low + Math.imul(high, 0xc2b2ae35)) >>> 6)) * 2 ** -53
}

function mix(lane: number): number {
  let h = lane
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}
