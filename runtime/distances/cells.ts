/** A sample cut into cells by k-means, so that a report can say where records have moved to. */
import { squaredDistance } from '../sketches/random-features.ts'
import { meanOf } from './traces.ts'

/** Most cells. */
export const mostCells = 16
const rounds = 10

/**
 * Centres of at most 16 cells: the first row, then always the one farthest from all centres (T. Gonzalez, 1985), then ten
 * rounds of S. Lloyd's algorithm (1982). Depends on the order of the rows, on nothing else.
 */
export function cellCentres(rows: readonly ArrayLike<number>[]): Float64Array[] {
  if (rows.length === 0) return []
  const width = rows[0]!.length
  const centres: Float64Array[] = [Float64Array.from(rows[0]!)]
  const apart = rows.map((row) => squaredDistance(row, centres[0]!))
  while (centres.length < Math.min(mostCells, rows.length)) {
    const farthest = apart.reduce((best, distance, i) => (distance > apart[best]! ? i : best), 0)
    if (!(apart[farthest]! > 0)) break
    const centre = Float64Array.from(rows[farthest]!)
    centres.push(centre)
    for (const [i, row] of rows.entries()) apart[i] = Math.min(apart[i]!, squaredDistance(row, centre))
  }
  for (let round = 0; round < rounds; round++) {
    const members: ArrayLike<number>[][] = centres.map(() => [])
    for (const row of rows) members[nearestCell(centres, row)]!.push(row)
    for (const [k, list] of members.entries()) if (list.length > 0) centres[k] = meanOf(list, width)
  }
  return centres
}

/** Number of the centre nearest to a vector, the first of equals; there must be one. */
export function nearestCell(centres: readonly Float64Array[], vector: ArrayLike<number>): number {
  let nearest = 0
  let least = Infinity
  for (const [k, centre] of centres.entries()) {
    const distance = squaredDistance(centre, vector)
    if (distance < least) {
      least = distance
      nearest = k
    }
  }
  return nearest
}
