import { expect, it } from 'vitest'
import plugin from '../../../plugins/cv/plugin.ts'
import { seeded } from '../../../runtime/conformance/random.ts'
import { runOf, violated } from '../baseline-run.ts'

const detector = { ...plugin, analyzers: plugin.analyzers!.filter(({ name }) => name === 'detections') }
const options = { alpha: 0.01, minRecords: 50, sampleSize: 2000, feature: 'detections', layout: 'auto' }

/** Answers of a detector: most boxes are of class 1 and sure. */
function answers(seed: number, count: number, size = 1, people = 0.7) {
  const random = seeded(seed)
  const box = () => {
    const side = size * (0.1 + 0.2 * random.next())
    return [
      random.next() < people ? 1 : 2 + random.below(3),
      0.6 + 0.4 * random.next(),
      0.1,
      0.1,
      0.1 + side,
      0.1 + side,
    ]
  }
  const one = () => JSON.stringify({ prediction: Array.from({ length: 1 + random.below(4) }, box) })
  return { detections: { kind: 'text' as const, values: Array.from({ length: count }, one) } }
}

const baseline = runOf(detector, options, answers(1, 2000))
const run = (data: ReturnType<typeof answers>) => runOf(detector, options, data, baseline)

it('answers like those of the baseline are no alarm', () => {
  expect(violated(run(answers(2, 400)))).toEqual([])
})

it('smaller objects, other classes and broken answers are found, by name', () => {
  const text = (data: ReturnType<typeof answers>) =>
    run(data)
      .findings.filter((finding) => finding.violated)
      .map(({ description }) => description)
      .join()
  expect(text(answers(3, 300, 0.85))).toMatch(/area: mean/)
  expect(text(answers(4, 300, 1, 0.4))).toMatch(/main_class 1: \d+ % → \d+ %/)
  const broken = answers(5, 300)
  broken.detections.values = broken.detections.values.map((value, i) =>
    i % 20 === 0 ? value.slice(5) : value,
  )
  expect(text(broken)).toMatch(/unreadable: 0 % → 5 %/)
})

it('too few say so; a feature of another name is left alone', () => {
  expect(run(answers(6, 20)).findings[0]!.description).toMatch(/^Insufficient data: 20 answers/)
  const other = runOf(detector, options, { note: answers(1, 60).detections })
  expect(JSON.stringify(other)).not.toMatch(/main_class/)
})
