/**
 * AssemblyScript: the loops over numbers that sketches spend their time in. All of it does what the TypeScript beside this folder
 * does, bit for bit; addresses are those of memory that the host lays out (index.ts).
 */

/** One round of the mixing: the finaliser of A. Appleby's MurmurHash3, in four lanes. */
// @ts-ignore: decorator
@inline
function round(x: v128): v128 {
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x85ebca6b))
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 13)), i32x4.splat(0xc2b2ae35))
  return v128.xor(x, i32x4.shr_u(x, 16))
}

/**
 * Hashes of `n` numbers, 64 bits each: four Feistel rounds over their bits; -0 equals 0. Reads and writes up to three numbers past
 * the end.
 */
export function hash(values: usize, n: i32, hashes: usize): void {
  const zero = f64x2.splat(0)
  for (const end = values + ((n as usize) << 3); values < end; values += 32, hashes += 32) {
    let first = v128.load(values)
    let second = v128.load(values, 16)
    first = v128.andnot(first, f64x2.eq(first, zero))
    second = v128.andnot(second, f64x2.eq(second, zero))
    let low = i8x16.shuffle(first, second, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27)
    let high = i8x16.shuffle(first, second, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31)
    high = v128.xor(high, round(v128.xor(low, i32x4.splat(0x3c6ef372))))
    low = v128.xor(low, round(v128.xor(high, i32x4.splat(0x7f4a7c15))))
    high = v128.xor(high, round(v128.xor(low, i32x4.splat(0x5bd1e995))))
    low = v128.xor(low, round(v128.xor(high, i32x4.splat(0x2545f491))))
    v128.store(hashes, i8x16.shuffle(low, high, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23))
    v128.store(
      hashes,
      i8x16.shuffle(low, high, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31),
      16,
    )
  }
}

/** Folds hashes, of which the upper 53 bits count, into 2^14 registers. */
export function rank(hashes: usize, end: usize, registers: usize): void {
  for (; hashes < end; hashes += 8) {
    const hash = load<u64>(hashes)
    const register = registers + ((hash >> 50) as usize)
    const rank = min(clz((hash & 0xfffffffffffff800) << 14) as u32, 39) + 1
    // The larger of both without a branch: whether a rank is larger cannot be foreseen while a column is young.
    store<u8>(register, max(load<u8>(register) as u32, rank) as u8)
  }
}

/** How many hashes the table of {@link count} holds after it. */
export let counted: i32 = 0

/**
 * Folds hashes into an open-addressed table of their upper 53 bits + 1 as doubles, 0 for a free slot, which holds `known` of them and
 * may hold `most`. Returns the address of the first that found no room.
 */
export function count(hashes: usize, end: usize, table: usize, slots: i32, known: i32, most: i32): usize {
  const mask = slots - 1
  for (; hashes < end; hashes += 8) {
    const hash = load<u64>(hashes) >> 11
    const stored = (hash as f64) + 1
    let slot = ((hash as i32) & 0x1fffff) & mask
    let there = load<f64>(table + ((slot as usize) << 3))
    while (there != 0 && there != stored) {
      slot = (slot + 1) & mask
      there = load<f64>(table + ((slot as usize) << 3))
    }
    if (there != 0) continue
    if (known == most) break
    store<f64>(table + ((slot as usize) << 3), stored)
    known++
  }
  counted = known
  return hashes
}
