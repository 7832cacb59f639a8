/**
 * How wrong the area under the curve is once scores are binned: `node test/bench/auc.ts [scores]`.
 *
 * Beside the stated error, the true one: the area of all scores by sorting them, ties counted half.
 */
import { stdout } from 'node:process'
import { areaErrorBound, areaUnderCurve } from '../../plugins/model-quality/curves.ts'
import { seeded } from '../../runtime/conformance/random.ts'
import { addScore, createScores, fallingScores } from '../../runtime/sketches/scores.ts'

const count = Number(process.argv[2] ?? 10_000_000)

interface Shape {
  readonly name: string
  readonly score: (u: number, v: number) => number
  /** Share of positives at u. */
  readonly positive: (u: number) => number
}

const even = (u: number) => 0.05 + 0.4 * u
const shapes: readonly Shape[] = [
  { name: 'spread out', score: (u) => u, positive: even },
  { name: 'half of them 0, the rest spread out', score: (u, v) => (v < 0.5 ? 0 : u), positive: even },
  { name: 'half of them 0.5, the rest spread out', score: (u, v) => (v < 0.5 ? 0.5 : u), positive: even },
  { name: 'a tenth of them 0.3, the rest spread out', score: (u, v) => (v < 0.1 ? 0.3 : u), positive: even },
  { name: 'rounded to 4 digits', score: (u) => Math.round(u * 1e4) / 1e4, positive: even },
  { name: 'rounded to 6 digits', score: (u) => Math.round(u * 1e6) / 1e6, positive: even },
  { name: 'floats of 32 bits', score: (u) => Math.fround(u), positive: even },
  { name: 'next to 0, over 12 powers of ten', score: (u) => 10 ** (-12 * u), positive: (u) => 0.5 - 0.4 * u },
  { name: 'next to 1, over 12 powers of ten', score: (u) => 1 - 10 ** (-12 * u), positive: even },
  { name: 'within 1e-9 of 0.3', score: (u) => 0.3 + 1e-9 * u, positive: even },
  { name: 'within 1e-12 of 0.7, ties', score: (u) => 0.7 + Math.round(1000 * u) * 1e-15, positive: even },
  { name: 'spread out, one positive in 10,000', score: (u) => u, positive: (u) => 2e-4 * u },
  { name: 'next to 0, one positive in 10,000', score: (u) => u ** 9, positive: (u) => 2e-4 * u },
  { name: 'two heaps far apart', score: (u, v) => (v < 0.5 ? 1e-6 * u : 1 - 1e-6 * u), positive: even },
]

/** Pairs of a positive and a negative in the right order, ties half, among all pairs. */
function exactArea(positives: Float64Array, negatives: Float64Array): number {
  positives.sort()
  negatives.sort()
  let [below, upTo, right] = [0, 0, 0]
  for (const score of positives) {
    while (below < negatives.length && negatives[below]! < score) below++
    while (upTo < negatives.length && negatives[upTo]! <= score) upTo++
    right += (below + upTo) / 2
  }
  return right / (positives.length * negatives.length)
}

stdout.write(`| ${count} scores | kept | area | stated error | true error |\n|---|---|---|---|---|\n`)
for (const { name, score, positive } of shapes) {
  const random = seeded(7)
  const scores = createScores(2)
  const values = [new Float64Array(count), new Float64Array(count)]
  const sizes = [0, 0]
  for (let i = 0; i < count; i++) {
    const u = random.next()
    const value = score(u, random.next())
    const which = random.next() < positive(u) ? 1 : 0
    addScore(scores, value, which)
    values[which]![sizes[which]!++] = value
  }
  const steps = fallingScores(scores).map(({ score, counts }) => ({
    score,
    negatives: counts[0]!,
    positives: counts[1]!,
  }))
  const area = areaUnderCurve(steps)!
  const truth = exactArea(values[1]!.subarray(0, sizes[1]), values[0]!.subarray(0, sizes[0]))
  const stated = scores.dropped === 0 ? 'exact' : areaErrorBound(steps).toExponential(2)
  const kept = `${steps.length} ${scores.dropped === 0 ? 'scores' : 'bins'}`
  stdout.write(
    `| ${name} | ${kept} | ${area.toFixed(6)} | ${stated} | ${Math.abs(area - truth).toExponential(2)} |\n`,
  )
}
