import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addBytes,
  addNumbers,
  addText,
  createDistinct,
  type Distinct,
  estimateDistinct,
  mergeDistinct,
} from '../../../runtime/sketches/distinct.ts'

const standardError = 1.04 / Math.sqrt(2 ** 14)

/** Any code point but the surrogates. */
const codePoint = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }),
  fc.integer({ min: 0, max: 0xd7ff }),
  fc.integer({ min: 0xe000, max: 0x10ffff }),
)
const unit = codePoint.map((code) => String.fromCodePoint(code))

function ofNumbers(values: ArrayLike<number>): Distinct {
  const state = createDistinct()
  addNumbers(state, Float64Array.from(values), values.length)
  return state
}

function ofTexts(texts: Iterable<string>): Distinct {
  const state = createDistinct()
  for (const text of texts) addText(state, text)
  return state
}

function ofBytes(bytes: Uint8Array, start = 0, end = bytes.length): Distinct {
  const state = createDistinct()
  addBytes(state, bytes, start, end)
  return state
}

function counted(length: number, value: (i: number) => number): Float64Array {
  return Float64Array.from({ length }, (_, i) => value(i))
}

describe('up to 2048 values', () => {
  it('numbers are counted exactly, whatever their order and repetitions', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 500 }), fc.nat(), (values, turn) => {
        const places = values.map((_, i) => (i + turn) % values.length)
        const turned = places.map((place) => values[place]!)
        expect(estimateDistinct(ofNumbers([...values, ...turned]))).toBe(new Set(values).size)
        expect(estimateDistinct(ofNumbers([...turned, ...values]))).toBe(new Set(values).size)
      }),
    )
  })

  it.each([0, 1, 16, 17, 1024, 1025, 2047, 2048])('%i of them', (n) => {
    expect(estimateDistinct(ofNumbers(counted(n, (i) => i / 100)))).toBe(n)
    expect(estimateDistinct(ofNumbers(counted(3 * n, (i) => (i % n) * 2 ** 40)))).toBe(n)
    expect(estimateDistinct(ofTexts(Array.from({ length: n }, (_, i) => `customer-${i}`)))).toBe(n)
  })

  it('texts are counted exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit }), { maxLength: 200 }), (texts) => {
        expect(estimateDistinct(ofTexts(texts))).toBe(new Set(texts).size)
      }),
    )
  })

  it('runs of zero bytes of every length differ', () => {
    const state = createDistinct()
    for (let length = 0; length < 2048; length++) addBytes(state, new Uint8Array(2048), 0, length)
    expect(estimateDistinct(state)).toBe(2048)
  })

  it('values that differ in one bit differ', () => {
    const state = createDistinct()
    for (let bit = 0; bit < 1600; bit++) {
      const bytes = new Uint8Array(200)
      bytes[bit >> 3] = 1 << (bit & 7)
      addBytes(state, bytes, 0, bytes.length)
    }
    expect(estimateDistinct(state)).toBe(1600)
    // No exponents but the largest, which means infinity or NaN.
    expect(
      estimateDistinct(ofNumbers([0, ...counted(63, (i) => 2 ** (i * 30 - 1000)), -1, 1 + 2 ** -52])),
    ).toBe(66)
  })
})

describe('one value', () => {
  it('is -0 and 0', () => {
    expect(ofNumbers([-0])).toEqual(ofNumbers([0]))
  })

  it('is a text and its UTF-8 bytes, wherever they stand', () => {
    const text = fc.oneof(
      fc.string({ unit }),
      fc.string({ unit, minLength: 400, maxLength: 3000, size: 'max' }),
    )
    fc.assert(
      fc.property(text, fc.nat(9), fc.nat(9), (value, before, after) => {
        const utf8 = Buffer.from(value)
        const bytes = Buffer.concat([Buffer.alloc(before, 1), utf8, Buffer.alloc(after, 2)])
        expect(ofBytes(bytes, before, before + utf8.length)).toEqual(ofTexts([value]))
      }),
    )
  })

  it('is a lone surrogate and the replacement character', () => {
    expect(ofTexts(['a\ud800'])).toEqual(ofTexts(['a\ufffd']))
    expect(ofTexts(['a'])).not.toEqual(ofTexts(['a\ufffd']))
  })

  it('is not the number and its text', () => {
    const state = ofNumbers([1])
    addText(state, '1')
    expect(estimateDistinct(state)).toBe(2)
  })
})

describe('more values', () => {
  it.each([10_000, 30_000, 100_000])('%i are within three standard errors', (n) => {
    const sets = [
      ofNumbers(counted(n, (i) => i)),
      ofNumbers(counted(n, (i) => i / 100)),
      ofNumbers(counted(n, (i) => -i * 2 ** 30)),
      ofTexts(Array.from({ length: n }, (_, i) => `user-${i}`)),
      ofTexts(Array.from({ length: n }, (_, i) => i.toString(36))),
    ]
    for (const state of sets) {
      expect(Math.abs(estimateDistinct(state) / n - 1)).toBeLessThan(3 * standardError)
      expect(Number.isInteger(estimateDistinct(state))).toBe(true)
    }
  })

  it('a million are within three standard errors', () => {
    const numbers = ofNumbers(counted(1_000_000, (i) => i / 8))
    expect(Math.abs(estimateDistinct(numbers) / 1_000_000 - 1)).toBeLessThan(3 * standardError)
    const texts = createDistinct()
    for (let i = 0; i < 1_000_000; i++) addText(texts, `user-${i}`)
    expect(Math.abs(estimateDistinct(texts) / 1_000_000 - 1)).toBeLessThan(3 * standardError)
  })

  it.each([2100, 10_000, 40_000])('%i have the standard error promised, and no bias', (n) => {
    const errors = Array.from({ length: 100 }, (_, set) => {
      return estimateDistinct(ofNumbers(counted(n, (i) => set * n + i))) / n - 1
    })
    const bias = errors.reduce((sum, error) => sum + error, 0) / errors.length
    const rms = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length)
    expect(rms).toBeLessThan(1.15 * standardError)
    expect(rms).toBeGreaterThan(0.4 * standardError)
    expect(Math.abs(bias)).toBeLessThan(0.3 * standardError)
  })

  it('never count as fewer than 2049', () => {
    for (let set = 0; set < 100; set++) {
      expect(estimateDistinct(ofNumbers(counted(2049, (i) => set * 2049 + i)))).toBeGreaterThanOrEqual(2049)
    }
  })

  it('take one array of 16 kB', () => {
    const state = ofNumbers(counted(2049, (i) => i))
    expect([state.registers.byteLength, state.hashes.byteLength]).toEqual([16_384, 0])
  })
})

describe('state', () => {
  it('of earlier runs still fits: the same values have the same hashes', () => {
    const hashOf = (state: Distinct) => state.hashes.filter((stored) => stored > 0)[0]! - 1
    expect(hashOf(ofNumbers([1]))).toBe(1010717219334210)
    expect(hashOf(ofNumbers([-420468.4]))).toBe(513118939994347)
    expect(hashOf(ofTexts(['']))).toBe(5177363123650492)
    expect(hashOf(ofTexts(['Area Code_415']))).toBe(8541604254848068)
    expect(hashOf(ofTexts(['grün']))).toBe(4952217166952096)
  })

  it.each([
    [0, 0, 40],
    [0, 1, 39],
    [0, 2 ** 20, 19],
    [1, 0, 18],
    [2 ** 17, 5, 1],
  ])('ranks a hash by its highest bit after the first 14: %i, %i', (high, low, rank) => {
    const hash = 3 * 2 ** 39 + high * 2 ** 21 + low
    const state: Distinct = { count: 0, hashes: new Float64Array(), registers: new Uint8Array(2 ** 14) }
    const from: Distinct = { count: 1, hashes: Float64Array.of(0, hash + 1), registers: new Uint8Array() }
    mergeDistinct(state, from)
    expect(state.registers[3]).toBe(rank)
    expect(state.registers.reduce((sum, register) => sum + register, 0)).toBe(rank)
  })
})

describe('merge', () => {
  const sizes = fc.constantFrom(0, 1, 700, 1500, 2048, 2049, 5000)

  it('counts the union, whatever the split, the overlap and the order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(sizes, fc.nat(3000)), { maxLength: 5 }), (ranges) => {
        const parts = ranges.map(([n, first]) => counted(n, (i) => first + i))
        const whole = ofNumbers(parts.flatMap((part) => [...part]))
        const forward = createDistinct()
        for (const part of parts) mergeDistinct(forward, ofNumbers(part))
        const backward = createDistinct()
        for (const part of parts.toReversed()) mergeDistinct(backward, ofNumbers(part))
        for (const merged of [forward, backward]) {
          expect(estimateDistinct(merged)).toBe(estimateDistinct(whole))
          expect(Buffer.compare(merged.registers, whole.registers)).toBe(0)
          expect(merged.hashes.toSorted().join()).toBe(whole.hashes.toSorted().join())
        }
      }),
      { numRuns: 60 },
    )
  })

  it('counts the union of texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (left, right) => {
        const merged = ofTexts(left)
        mergeDistinct(merged, ofTexts(right))
        expect(estimateDistinct(merged)).toBe(new Set([...left, ...right]).size)
      }),
    )
  })

  it('leaves the right side alone, then and later', () => {
    for (const n of [10, 2048, 5000]) {
      const from = ofNumbers(counted(n, (i) => i))
      const before = structuredClone(from)
      const into = createDistinct()
      mergeDistinct(into, from)
      expect(estimateDistinct(into)).toBe(estimateDistinct(from))
      addNumbers(
        into,
        counted(9000, (i) => -i),
        9000,
      )
      expect(from).toEqual(before)
    }
  })

  it('of an empty state changes nothing', () => {
    for (const n of [0, 10, 2048, 5000]) {
      const state = ofNumbers(counted(n, (i) => i))
      const before = structuredClone(state)
      mergeDistinct(state, createDistinct())
      expect(state).toEqual(before)
    }
  })

  it('reads only the first n values', () => {
    const state = createDistinct()
    addNumbers(state, Float64Array.of(9, 1, 2, 3).subarray(1), 2)
    expect(state).toEqual(ofNumbers([1, 2]))
  })
})
