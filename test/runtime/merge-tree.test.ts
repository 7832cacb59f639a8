import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MergeTree, type TreeNode } from '../../runtime/merge-tree.ts'

/** A value that remembers how it was merged. */
interface Fold {
  shape: string
}

const tree = () =>
  new MergeTree<Fold>((into, from) => {
    into.shape = `(${into.shape}${from.shape})`
  })
const unit = (from: number): TreeNode<Fold> => ({ from, to: from + 1, value: { shape: `${from}.` } })

/** The shape that everything has to have, built from the definition. */
function reference(units: number): string | undefined {
  const inTurn = (parts: string[]) => parts.reduce((into, part) => `(${into}${part})`)
  const whole = (from: number, size: number): string =>
    size === 1
      ? `${from}.`
      : inTurn(Array.from({ length: 16 }, (_, i) => whole(from + (i * size) / 16, size / 16)))
  const parts: string[] = []
  for (let size = 16 ** 3, from = 0; size >= 1; size /= 16) {
    const count = Math.floor((units - from) / size)
    const groups = Array.from({ length: count }, (_, i) => whole(from + i * size, size))
    if (count > 0) parts.push(inTurn(groups))
    from += count * size
  }
  return units === 0 ? undefined : inTurn(parts)
}

describe('any order and any grouping', () => {
  it('gives the same merges', () => {
    const cases = fc
      .oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 200, max: 600 }))
      .chain((units) =>
        fc.record({
          units: fc.constant(units),
          order: fc.shuffledSubarray(
            Array.from({ length: units }, (_, i) => i),
            { minLength: units },
          ),
          groups: fc.array(fc.nat(3), { minLength: units, maxLength: units }),
        }),
      )
    fc.assert(
      fc.property(cases, ({ units, order, groups }) => {
        const direct = tree()
        for (const i of order) direct.add(unit(i))
        expect(direct.finish(units)?.shape).toBe(reference(units))

        const parts = [tree(), tree(), tree(), tree()]
        for (const i of order) parts[groups[i]!]!.add(unit(i))
        const together = tree()
        for (const part of parts) for (const node of part.nodes()) together.add(node)
        expect(together.finish(units)?.shape).toBe(reference(units))
      }),
      { numRuns: 300 },
    )
  })

  it('keeps few results when they come in order', () => {
    const ordered = tree()
    for (let i = 0; i < 1000; i++) {
      ordered.add(unit(i))
      expect(ordered.nodes().length).toBeLessThanOrEqual(3)
    }
    expect(ordered.nodes().map(({ from, to }) => to - from)).toEqual([768, 224, 8])
  })
})

describe('what does not fit', () => {
  it('a unit that is there already', () => {
    const merging = tree()
    for (const i of [0, 1, 2]) merging.add(unit(i))
    for (const i of [0, 1, 2])
      expect(() => merging.add(unit(i))).toThrow(new RangeError(`unit ${i} is there twice`))
    expect(() => merging.add({ from: 0, to: 4, value: { shape: '' } })).toThrow('unit 0 is there twice')
    expect(merging.finish(3)?.shape).toBe(reference(3))
  })

  it('a unit that is missing', () => {
    const merging = tree()
    for (const i of [0, 1, 3]) merging.add(unit(i))
    expect(() => merging.finish(4)).toThrow(new RangeError('unit 2 is missing'))
    merging.add(unit(2))
    expect(() => merging.finish(5)).toThrow(new RangeError('unit 4 is missing'))
    expect(merging.finish(4)?.shape).toBe(reference(4))
    expect(() => tree().finish(1)).toThrow('unit 0 is missing')
  })

  it('a run of units that no order of merges gives', () => {
    for (const [from, to] of [
      [1, 3],
      [15, 17],
      [0, 17],
      [16, 48],
      [8, 24],
      [2, 6],
      [1, 1],
      [3, 2],
      [-1, 0],
      [0.5, 1.5],
    ] as const)
      expect(() => tree().add({ from, to, value: { shape: '' } })).toThrow(RangeError)
  })

  it('is nothing at all for no units', () => {
    expect(tree().finish(0)).toBeUndefined()
  })
})
