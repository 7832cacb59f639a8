import { describe, expect, it } from 'vitest'
import { frechet } from '../../../runtime/distances/frechet.ts'
import { symmetricEigen } from '../../../runtime/distances/symmetric-eigen.ts'

const a = Float64Array.of(2, 0.5, 0, 0.5, 1, 0.2, 0, 0.2, 0.5)
const b = Float64Array.of(1, 0, 0.1, 0, 2, -0.3, 0.1, -0.3, 1)

describe('Fréchet distance', () => {
  it('equals what numpy and scipy.linalg.sqrtm give', () => {
    const found = frechet(Float64Array.of(0, 1, 2), a, Float64Array.of(0.5, 1, 1), b)
    expect(found.mean).toBeCloseTo(1.25, 12)
    expect(found.covariance).toBeCloseTo(0.6506771001713185, 12)
    expect(found.distance).toBeCloseTo(1.9006771001713185, 12)
  })

  it('is 0 for the same distribution', () => {
    expect(frechet(Float64Array.of(1, 2, 3), a, Float64Array.of(1, 2, 3), a).distance).toBeCloseTo(0, 12)
  })
})

describe('symmetric eigen decomposition', () => {
  it('equals numpy.linalg.eigvalsh, with vectors that the matrix stretches', () => {
    const { values, vectors } = symmetricEigen(a, 3)
    for (const [k, expected] of [2.21058017, 0.88138855, 0.40803128].entries())
      expect(values[k]).toBeCloseTo(expected, 8)
    for (const [k, vector] of vectors.entries())
      for (let i = 0; i < 3; i++) {
        const stretched = vector.reduce((sum, x, j) => sum + a[i * 3 + j]! * x, 0)
        expect(stretched).toBeCloseTo(values[k]! * vector[i]!, 12)
      }
  })
})
