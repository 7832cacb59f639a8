import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectionProperties, detectionSpecs } from '../../../plugins/cv/detections.ts'
import { foundIn } from '../../../plugins/cv/predictions.ts'

const near = (value: number) => expect.closeTo(value, 6)

describe('layouts', () => {
  it('rows of SageMaker: class, score, two corners', () => {
    const text = '{"prediction": [[4, 0.86, 0.3, 0.5, 0.6, 0.6], [0, 0.33, 0.1, 0.1, 0.2, 0.5]]}'
    const found = [
      { label: 4, score: 0.86, area: near(0.03), aspect: near(3) },
      { label: 0, score: 0.33, area: near(0.04), aspect: near(0.25) },
    ]
    expect(foundIn(text, 'sagemaker')).toEqual(found)
    expect(foundIn(text, 'auto')).toEqual(found)
    expect(foundIn('{"prediction": []}', 'auto')).toEqual([])
  })

  it('results of COCO: a corner and two sides, or a mask', () => {
    const boxes = '[{"image_id": 1, "category_id": 18, "bbox": [258, 41, 348, 243], "score": 0.236}]'
    expect(foundIn(boxes, 'auto')).toEqual([
      { label: 18, score: 0.236, area: 348 * 243, aspect: near(348 / 243) },
    ])
    const mask = {
      annotations: [{ category_id: 2, segmentation: { size: [4, 5], counts: [3, 6, 1, 2, 8] } }],
    }
    expect(foundIn(JSON.stringify(mask), 'coco')).toEqual([
      { label: 2, score: Number.NaN, area: near(8 / 20), aspect: Number.NaN },
    ])
  })

  it('compressed masks, written here as the format is described', () => {
    const write = (runs: readonly number[]) =>
      runs
        .map((run, i) => {
          let value = i > 2 ? run - runs[i - 2]! : run
          let text = ''
          for (;;) {
            const piece = value & 31
            value >>= 5
            const last = (piece & 16) !== 0 ? value === -1 : value === 0
            text += String.fromCharCode((last ? piece : piece | 32) + 48)
            if (last) return text
          }
        })
        .join('')
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 30 }), (runs) => {
        const all = runs.reduce((sum, run) => sum + run, 1)
        const item = [{ category_id: 1, segmentation: { size: [1, all], counts: write(runs) } }]
        const covered = runs.filter((_, i) => i % 2 === 1).reduce((sum, run) => sum + run, 0)
        expect(foundIn(JSON.stringify(item), 'coco')![0]!.area).toBeCloseTo(covered / all, 12)
      }),
    )
  })

  it('shares of classes: the same name is the same class, whatever else there is', () => {
    const [road, sky] = foundIn('{"shares": {"road": 0.4, "sky": 0.6, "car": 0}}', 'auto')!
    expect([road!.area, sky!.area]).toEqual([0.4, 0.6])
    expect(foundIn('{"sky": 0.1}', 'shares')![0]!.label).toBe(sky!.label)
    expect(road!.label).not.toBe(sky!.label)
  })

  it('anything else is nothing that can be read', () => {
    for (const text of [
      '',
      '{',
      'null',
      '3',
      '"a"',
      '[1]',
      '[[1, 2]]',
      '{"prediction": 3}',
      '{"a": 7}',
      '[null]',
    ])
      expect(foundIn(text, 'auto'), text).toBeUndefined()
    expect(foundIn('{"prediction": [[1, 0.5, 0, 0, 1, 1]]}', 'coco')).toBeUndefined()
  })
})

describe('properties', () => {
  const named = (text: string) => {
    const values = detectionProperties(foundIn(text, 'auto'))
    return Object.fromEntries(detectionSpecs.map(({ name }, i) => [name, values[i]!]))
  }

  it('are means over the objects, and the class of the surest', () => {
    expect(named('{"prediction": [[4, 0.9, 0, 0, 0.5, 0.5], [7, 0.25, 0, 0, 1, 0.5]]}')).toMatchObject({
      objects: 2,
      area: 0.375,
      covered: 0.75,
      aspect: 1.5,
      score: near(0.575),
      unsure: 0.5,
      classes: 2,
      main_class: 4,
      nothing_found: 0,
      unreadable: 0,
    })
  })

  it('tell nothing found from what cannot be read, and are always finite', () => {
    expect(named('[]')).toMatchObject({ objects: 0, main_class: -1, nothing_found: 1, unreadable: 0 })
    expect(named('oops')).toMatchObject({ objects: 0, main_class: -1, nothing_found: 0, unreadable: 1 })
    const extreme = [{ label: 1, score: 1e308, area: Infinity, aspect: Number.NaN }]
    expect([...detectionProperties(extreme)].every(Number.isFinite)).toBe(true)
  })
})
