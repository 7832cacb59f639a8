/**
 * Arrays of sketches that are no longer needed, kept for the next that asks for one of their length. A run makes and drops the same
 * arrays for every unit it reads; left to the garbage collector they die late, and the memory that they leave is in pieces.
 * Which array is taken never shows in a result. A thread has its own.
 */
class SpareArrays<T extends Float64Array | Int32Array | Uint8Array> {
  readonly #make: (length: number) => T
  /** By length those that are here, and how many were taken and not given back. */
  readonly #byLength = new Map<number, { readonly here: T[]; lent: number }>()

  constructor(make: (length: number) => T) {
    this.#make = make
  }

  /** An array of `length` zeros, 0 or more. */
  take(length: number): T {
    let same = this.#byLength.get(length)
    if (same === undefined) this.#byLength.set(length, (same = { here: [], lent: 0 }))
    same.lent++
    const spare = same.here.pop()
    spare?.fill(0)
    return spare ?? this.#make(length)
  }

  /** Keeps an array that nobody else has. Of those that came from other threads no more are kept than were taken here. */
  give(array: T): void {
    const same = this.#byLength.get(array.length)
    // A view of something larger would keep all of it.
    if (same === undefined || same.lent === 0 || array.byteLength !== array.buffer.byteLength) return
    same.lent--
    same.here.push(array)
  }
}

export const spareDoubles = new SpareArrays<Float64Array>((length) => new Float64Array(length))
export const spareIntegers = new SpareArrays<Int32Array>((length) => new Int32Array(length))
export const spareBytes = new SpareArrays<Uint8Array>((length) => new Uint8Array(length))
