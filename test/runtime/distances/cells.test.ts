import { expect, it } from 'vitest'
import { seeded } from '../../../runtime/conformance/random.ts'
import { cellCentres, mostCells, nearestCell } from '../../../runtime/distances/cells.ts'

it('finds clusters that lie apart, with their means as centres', () => {
  const random = seeded(1)
  const places = Array.from({ length: mostCells }, (_, k) => [40 * (k % 4), 40 * Math.floor(k / 4)])
  const rows = Array.from({ length: 800 }, (_, i) => places[i % mostCells]!.map((x) => x + random.normal()))
  const centres = cellCentres(rows)
  expect(centres.length).toBe(mostCells)
  for (const [k, place] of places.entries()) {
    const own = rows.filter((_, i) => i % mostCells === k)
    const centre = centres[nearestCell(centres, place)]!
    for (const j of [0, 1])
      expect(centre[j]).toBeCloseTo(
        own.reduce((sum, row) => sum + row[j]! / own.length, 0),
        9,
      )
  }
})

it('has no more cells than different rows; the first of equally near ones counts', () => {
  expect(cellCentres([])).toEqual([])
  expect(
    cellCentres([
      [1, 2],
      [1, 2],
      [3, 4],
    ]).length,
  ).toBe(2)
  expect(nearestCell([Float64Array.of(0), Float64Array.of(2)], [1])).toBe(0)
})
