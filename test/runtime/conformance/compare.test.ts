import { describe, expect, test } from 'vitest'
import { difference } from '../../../runtime/conformance/compare.ts'

const kll = (data: number[][]) => ({ buckets: [], sketch: { parameters: { c: 0.64, k: 2048 }, data } })

describe('exact', () => {
  test.each([
    ['NaN', [Number.NaN], [Number.NaN]],
    ['both zeros', 0, -0],
    ['objects whatever the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['properties that are undefined', { a: 1, b: undefined }, { a: 1 }],
    [
      'features by name',
      { features: [{ name: 'a' }, { name: 'b' }] },
      { features: [{ name: 'b' }, { name: 'a' }] },
    ],
    [
      'maps by key',
      new Map([
        [1, 2],
        [3, 4],
      ]),
      new Map([
        [3, 4],
        [1, 2],
      ]),
    ],
    ['typed arrays', Float64Array.of(1, Number.NaN), Float64Array.of(1, Number.NaN)],
  ])('equal: %s', (_, a, b) => expect(difference(a, b)).toBeUndefined())

  test.each([
    ['a number', { a: [1, 2] }, { a: [1, 3] }, '$.a[1]'],
    ['a missing key', { a: 1, b: 2 }, { a: 1 }, '$.b'],
    ['a new key', { a: 1 }, { a: 1, 'b c': 2 }, '$."b c"'],
    ['a longer list', [1], [1, 2], '$[1]'],
    [
      'a feature',
      { features: [{ name: 'a', x: 1 }] },
      { features: [{ name: 'a', x: 2 }] },
      '$.features["a"].x',
    ],
    ['a map', new Map([['k', 1]]), new Map([['k', 2]]), '$.get("k")'],
    ['another kind', [], {}, '$'],
    ['null', { a: null }, { a: {} }, '$.a'],
    ['a text of digits', 1, '1', '$'],
  ])('different: %s', (_, a, b, path) => expect(difference(a, b)?.path).toBe(path))
})

describe('relative', () => {
  test('numbers count within their own size', () => {
    expect(difference({ a: 100 }, { a: 100.5 }, { relative: 0.01 })).toBeUndefined()
    expect(difference({ a: 100 }, { a: 102 }, { relative: 0.01 })?.path).toBe('$.a')
    expect(difference([0.001, 1000], [0.002, 1000], { relative: 0.01 })?.path).toBe('$[0]')
    expect(difference(Infinity, 1, { relative: 0.5 })?.path).toBe('$')
    expect(difference('a', 'b', { relative: 0.5 })?.path).toBe('$')
  })
})

describe('sketch', () => {
  const within = { sketch: 0.01 }

  test('counts of one list count within its sum, other numbers within their span', () => {
    expect(difference({ counts: [100, 100, 800] }, { counts: [109, 95, 796] }, within)).toBeUndefined()
    expect(difference({ counts: [100, 100, 800] }, { counts: [111, 89, 800] }, within)?.path).toBe(
      '$.counts[0]',
    )
    expect(difference({ q: [-10, 0, 10] }, { q: [-10, 0.15, 10] }, within)).toBeUndefined()
    expect(difference({ q: [-10, 0, 10] }, { q: [-10, 0.25, 10] }, within)?.path).toBe('$.q[1]')
  })

  test('a quantile sketch counts by its distribution', () => {
    const ten = Array.from({ length: 1000 }, (_, i) => i)
    const even = ten.filter((i) => i % 2 === 0)
    const odd = ten.filter((i) => i % 2 === 1)
    expect(difference({ kll: kll([[], even]) }, { kll: kll([[], odd]) }, within)).toBeUndefined()
    expect(difference({ kll: kll([ten]) }, { kll: kll([[], even]) }, within)).toBeUndefined()
    const shifted = ten.map((i) => i + 30)
    expect(difference({ kll: kll([ten]) }, { kll: kll([shifted]) }, within)?.path).toBe('$.kll.sketch.data')
    expect(difference({ kll: kll([ten]) }, { kll: kll([even]) }, within)?.path).toBe('$.kll.sketch.data')
    expect(difference({ kll: kll([ten]) }, { kll: kll([[], even]) })?.path).toBe('$.kll.sketch.data[0][0]')
  })

  test('items of a sketch count by their distribution where the author says so', () => {
    const all = Array.from({ length: 1000 }, (_, i) => i)
    const even = all.filter((i) => i % 2 === 0)
    const places = { quantiles: ['$.items'] }
    expect(difference({ items: [all] }, { items: [[], even] }, within, places)).toBeUndefined()
    expect(difference({ items: [all] }, { items: [[], even] }, within)?.path).toBe('$.items[0][0]')
    expect(difference({ items: [all] }, { items: [even] }, within, places)?.path).toBe('$.items')
  })

  test('a representation only has to be there', () => {
    const places = { representation: ['$.custom.items', '$.features[*].custom.seed'] }
    const value = (items: unknown, seed: number) => ({
      custom: { items },
      features: [{ name: 'a', custom: { seed } }],
    })
    expect(difference(value([1, 2], 1), value([3], 2), within, places)).toBeUndefined()
    expect(difference(value([1], 1), value(undefined, 1), within, places)?.path).toBe('$.custom.items')
  })
})
