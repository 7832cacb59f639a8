/**
 * A uniform sample of records of a fixed size, the same however the input is split: the k records with the smallest
 * hashes stay (E. Cohen and H. Kaplan, "Summarizing data using bottom-k sketches", PODC 2007).
 */

/** State: at most 1.25 · capacity rows, 4 bytes per number of a row. Plain data. */
export interface BottomK {
  /** Rows that stay, 1 or more. */
  readonly capacity: number
  /** Records offered in all. */
  seen: number
  /** Largest hash that may still enter. */
  limit: number
  readonly hashes: number[]
  readonly rows: Float32Array[]
}

/** The sample of no records. */
export function createBottomK(capacity: number): BottomK {
  return { capacity, seen: 0, limit: Infinity, hashes: [], rows: [] }
}

/**
 * Offers a record.
 * @param hash a number that depends on the record alone, such as `rowHash`
 * @param row its numbers, of any length; copied when it stays
 */
export function offer(sample: BottomK, hash: number, row: ArrayLike<number>): void {
  sample.seen++
  insert(sample, hash, row)
}

function insert(sample: BottomK, hash: number, row: ArrayLike<number>): void {
  if (hash > sample.limit) return
  sample.hashes.push(hash)
  sample.rows.push(Float32Array.from(row))
  if (sample.rows.length >= sample.capacity + Math.ceil(sample.capacity / 4)) trim(sample)
}

/** Folds another sample of the same capacity in; `from` stays as it is. */
export function mergeBottomK(into: BottomK, from: BottomK): void {
  into.seen += from.seen
  for (const [i, hash] of from.hashes.entries()) insert(into, hash, from.rows[i]!)
}

/** The rows that stay, by ascending hash. Changes nothing; do not write into the rows. */
export function sampled(sample: BottomK): Float32Array[] {
  return ranked(sample).map((i) => sample.rows[i]!)
}

/** Places of the rows that stay, by hash; of equal hashes by content, so that the order never depends on who came first. */
function ranked({ capacity, hashes, rows }: BottomK): number[] {
  const order = Array.from(hashes, (_, i) => i)
  order.sort((a, b) => hashes[a]! - hashes[b]! || compareRows(rows[a]!, rows[b]!))
  return order.slice(0, capacity)
}

function compareRows(a: Float32Array, b: Float32Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

function trim(sample: BottomK): void {
  const order = ranked(sample)
  const hashes = order.map((i) => sample.hashes[i]!)
  const rows = order.map((i) => sample.rows[i]!)
  sample.hashes.splice(0, Infinity, ...hashes)
  sample.rows.splice(0, Infinity, ...rows)
  if (rows.length === sample.capacity) sample.limit = hashes.at(-1)!
}
