import { describe, expect, it } from 'vitest'
import { type Random, seeded } from '../../../runtime/conformance/random.ts'
import { betaBinomialTail } from '../../../runtime/distances/beta.ts'
import { compareProperties } from '../../../runtime/distances/property-drift.ts'
import { fitProperties, mapProperty, mapWidth } from '../../../runtime/distances/property-reference.ts'
import { propertyFinding } from '../../../runtime/drift/findings.ts'

const specs = [
  { name: 'size', kind: 'number' },
  { name: 'colour', kind: 'category' },
  { name: 'broken', kind: 'share' },
] as const

/** Sizes are normal, colours 0, 1, 2 in 50, 30, 20 %, and 2 % are broken. */
function rows(seed: number, count: number, by = 0, colour = 0, broken = 0.02): Float32Array[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => {
    const u = random.next()
    const code = random.next() < colour ? 9 : u < 0.5 ? 0 : u < 0.8 ? 1 : 2
    return Float32Array.of(random.normal() + by, code, random.next() < broken ? 1 : 0)
  })
}

const fitted = fitProperties(specs, rows(1, 2000), [])!

function compare(list: readonly Float32Array[], level = 0.003, references = fitted) {
  const width = references.reduce((sum, { kind, bins }) => sum + mapWidth(kind, bins), 0)
  const means = new Float64Array(width)
  const map = new Float64Array(width)
  for (const row of list) {
    let at = 0
    for (const [i, { kind, bins }] of references.entries()) {
      mapProperty(kind, bins, row[i]!, map, at)
      at += mapWidth(kind, bins)
    }
    for (let k = 0; k < width; k++) means[k]! += map[k]! / list.length
  }
  let from = 0
  const observed = references.map((reference, i) => {
    const mean = means.slice(from, (from += mapWidth(reference.kind, reference.bins)))
    const average = list.reduce((sum, row) => sum + row[i]! / list.length, 0)
    return { reference, mean, average, count: list.length }
  })
  return compareProperties(observed, level)
}

describe('references', () => {
  it('are quantiles of numbers, codes of categories, counts of flags', () => {
    const [size, colour, broken] = fitted
    const values = rows(1, 2000)
      .map((row) => row[0]!)
      .sort((a, b) => a - b)
    // The middle one of 31 quantiles is the median.
    expect([...size!.bins]).toContain(values[1000])
    expect([...colour!.bins]).toEqual([0, 1, 2])
    expect(broken).toMatchObject({ of: 2000, hits: rows(1, 2000).filter((row) => row[2] === 1).length })
  })

  it('map a number to "at or below an edge", a category to its place, unknown ones to the last', () => {
    const out = new Float64Array(4)
    mapProperty('number', Float64Array.of(1, 2, 3), 2, out, 0)
    expect([...out]).toEqual([0, 1, 1, 0])
    mapProperty('category', Float64Array.of(4, 5, 6), 7, out, 0)
    expect([...out]).toEqual([0, 0, 0, 1])
  })
})

describe('comparisons', () => {
  it('raise as many alarms as the level says, or fewer', () => {
    const count = [0, 0, 0]
    for (let run = 0; run < 400; run++)
      for (const [i, { pValue }] of compare(rows(1000 + run, 200)).entries()) if (pValue < 0.05) count[i]!++
    // 20 expected of 400; the baseline is one of many.
    for (const alarms of count) expect(alarms).toBeLessThan(45)
    expect(count[0]! + count[1]!).toBeGreaterThan(5)
  })

  it('of a number: the statistic is the sum over all edges of squared differences over variances of both samples', () => {
    const now = rows(7, 300, 0.1)
    const [size] = compare(now)
    const share = (list: readonly Float32Array[], edge: number) =>
      list.filter((row) => row[0]! <= edge).length / list.length
    const sum = [...fitted[0]!.bins].reduce((total, edge) => {
      const [before, after] = [share(rows(1, 2000), edge), share(now, edge)]
      const both = (2000 * before + 300 * after) / 2300
      return total + (after - before) ** 2 / (both * (1 - both) + 0.005)
    }, 0)
    expect(size!.statistic).toBeCloseTo(sum, 9)
  })

  it('find a moved mean, a new category and more flags, and say what moved', () => {
    const [size, colour, broken] = compare(rows(3, 300, 0.4, 0.25, 0.12))
    expect(size!.pValue).toBeLessThan(1e-4)
    expect(size!.now - size!.before).toBeCloseTo(0.4, 0)
    expect(colour).toMatchObject({ code: -1, before: 0 })
    expect(colour!.pValue).toBeLessThan(1e-6)
    expect(broken!.pValue).toBeLessThan(1e-3)
  })

  it('of flags: the critical share is the least of a p-value that keeps the level of all', () => {
    const [, , broken] = compare(rows(5, 300))
    const at = (hits: number) => {
      const list = rows(5, 300).map((row, i) => Float32Array.of(row[0]!, row[1]!, i < hits ? 1 : 0))
      return compare(list)[2]!.familyPValue
    }
    const hits = Math.round(broken!.critical * 300)
    expect(at(hits)).toBeLessThan(0.003)
    expect(at(hits - 1)).toBeGreaterThanOrEqual(0.003)
  })
})

/** Flags that nothing sets but `share` of the records, and codes 0 to 3 with new ones in `fresh` of them. */
const rareSpecs = [
  { name: 'constant', kind: 'number' },
  { name: 'code', kind: 'category' },
  { name: 'one code', kind: 'category' },
  ...Array.from({ length: 10 }, (_, i) => ({ name: `flag ${i}`, kind: 'share' as const })),
] as const

function rareRows(seed: number, count: number, { flag = 0, fresh = 0, other = 0 } = {}): Float32Array[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => {
    const u = random.next()
    const code = random.next() < fresh ? 40 + random.below(3) : u < 0.7 ? 0 : u < 0.95 ? 1 : u < 0.99 ? 2 : 3
    const flags = Array.from({ length: 10 }, (_, i) =>
      random.next() < (i === 4 ? flag : 0.0005 * i) ? 1 : 0,
    )
    return Float32Array.of(random.next() < other ? 8 : 7, code, random.next() < fresh ? 1 : 0, ...flags)
  })
}

describe('what is rare', () => {
  const rare = fitProperties(rareSpecs, rareRows(1, 2000), [])!
  const alarms = (what: Parameters<typeof rareRows>[2], n: number) =>
    Array.from({ length: 100 }, (_, run) => compare(rareRows(1000 + run, n, what), 0.01, rare)).filter(
      (found) => found.some(({ familyPValue }) => familyPValue < 0.01),
    ).length

  it('is found where the baseline has none of it: 3 % flags, 3 % new codes, 3 % other values of a constant', () => {
    expect(alarms({ flag: 0.03 }, 300)).toBeGreaterThanOrEqual(95)
    expect(alarms({ fresh: 0.03 }, 300)).toBeGreaterThanOrEqual(95)
    expect(alarms({ other: 0.03 }, 300)).toBeGreaterThanOrEqual(95)
    expect(alarms({ fresh: 0.1 }, 300)).toBe(100)
  })

  it('does not raise more alarms than the level, though it takes all of it', () => {
    expect(alarms({}, 50) + alarms({}, 300)).toBeLessThanOrEqual(8)
  })

  it('a new code has the exact tail of its count, over all codes and both halves of the level', () => {
    const list = rareRows(5, 300).map((row, i) =>
      Float32Array.of(row[0]!, i < 9 ? 50 : row[1]!, ...row.slice(2)),
    )
    const code = compare(list, 0.01, rare)[1]!
    expect(code).toMatchObject({ code: -1, before: 0 })
    expect(code.pValue).toBeCloseTo(10 * betaBinomialTail(9, 300, 0, 2000), 12)
    expect(code.pValue).toBeLessThan(1e-6)
  })

  it('takes little of the level: the others have more than Bonferroni would give them', () => {
    const { pValue, familyPValue } = compare(rareRows(6, 300), 0.01, rare)[1]!
    expect(familyPValue).toBeGreaterThanOrEqual(Math.min(1, pValue))
    const flag = compare(rareRows(7, 300, { flag: 0.03 }), 0.01, rare).find(({ name }) => name === 'flag 4')!
    expect(flag.familyPValue).toBeLessThan(rareSpecs.length * flag.pValue)
  })
})

/** Numbers and a code that hardly vary, but for extremes in 0.43 % of the records each. */
const extremeSpecs = [
  { name: 'high', kind: 'number' },
  { name: 'low', kind: 'number' },
  { name: 'few', kind: 'number' },
  { name: 'code', kind: 'category' },
] as const

function extremeRows(random: Random, count: number): Float32Array[] {
  const rarely = (value: number, usual: number) => (random.next() < 0.0043 ? value : usual)
  return Array.from({ length: count }, () =>
    Float32Array.of(
      rarely(3000, 1),
      rarely(-3000, 1),
      rarely(3000, 1 + random.below(2)),
      rarely(2, rarely(1, 0)),
    ),
  )
}

it.each([
  [400, 400],
  [2000, 400],
  [2000, 2000],
])(
  'rare extremes and codes keep the level: baselines of %i, windows of %i',
  (before, now) => {
    const [baselines, windows] = [60, 8]
    const alarms = { high: 0, low: 0, few: 0, code: 0, all: 0 }
    for (let b = 0; b < baselines; b++) {
      const reference = fitProperties(extremeSpecs, extremeRows(seeded(100 + b), before), [])!
      for (let w = 0; w < windows; w++) {
        const found = compare(extremeRows(seeded(10_000 + 100 * b + w), now), 0.01, reference)
        for (const { name, pValue } of found) if (pValue < 0.01) alarms[name as keyof typeof alarms]++
        if (found.some(({ familyPValue }) => familyPValue < 0.01)) alarms.all++
      }
    }
    for (const count of Object.values(alarms)) expect(count).toBeLessThan(12)
  },
  60_000,
)

it('a number that is nearly always at its largest value shows when it no longer is', () => {
  const made = (seed: number, n: number, below: number) => {
    const random = seeded(seed)
    return Array.from({ length: n }, () => Float32Array.of(random.next() < below ? 0.5 : 1))
  }
  const reference = fitProperties([{ name: 'distinct', kind: 'number' }], made(1, 2000, 0.01), [])!
  expect(compare(made(2, 300, 0.2), 0.01, reference)[0]!.pValue).toBeLessThan(1e-6)
  expect(compare(made(3, 300, 0.01), 0.01, reference)[0]!.pValue).toBeGreaterThan(0.01)
})

it('texts name every property below its share of the level, the strongest first', () => {
  const context = { feature: 'f', check: 'c', things: 'things', level: 0.003, compared: 300, baseline: 2000 }
  const [finding] = propertyFinding(compare(rows(3, 300, 0.4, 0.25, 0.12)), context)
  expect(finding).toMatchObject({ feature: 'f', check: 'c', violated: true })
  expect(finding!.description).toMatch(/colour something new: 0 % → \d/)
  expect(finding!.description).toMatch(/size: mean/)
  expect(propertyFinding(compare(rows(8, 300)), context)[0]!.violated).toBe(false)
  expect(propertyFinding([], context)).toEqual([])
})
