/**
 * Tables of false alarms and power, printed. Runs take minutes, so this is no part of the tests.
 *
 *     node test/bench/drift.ts grid|power|vectors|hours|export|export-texts [runs] [fortunes] [target]
 *
 * `grid`: false alarms of texts, images, vectors and conversations, or of the one that `only` names (after the target; `rare`
 * are sentences among which a few texts come again and again, without FORTUNES). `power`: changes of texts, images and conversations
 * beside two peers. `vectors`, `hours`: the same for vectors. `export`, `export-texts`: the vectors for
 * vector-evidently.py and the texts for text-evidently.py, into `target`; of texts 10 times the runs without a change.
 * Texts come from Debian's package fortunes, unpacked: its usr/share/games/fortunes.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { type Random, seeded } from '../../runtime/conformance/random.ts'
import { compareVectors } from '../../runtime/distances/vector-drift.ts'
import { fitVectors, type VectorReference } from '../../runtime/distances/vector-reference.ts'
import { addVector, createVectorTotals } from '../../runtime/sketches/vector-sums.ts'
import { fortunes } from './fortunes.ts'
import { heading, hourTable, nullTable, rareTable } from './grid.ts'
import { crops, photographs } from './image-crops.ts'
import { exchangeModality, imageModality, type Modality, textModality, vectorModality } from './modalities.ts'
import { exchangePower, imagePower, textPower } from './power.ts'
import { cannedAnswers, oddTexts, rareShare, sentence } from './rare-texts.ts'
import { held } from './text-changes.ts'
import { exportTexts } from './text-windows.ts'
import { gaussian, shifts } from './vector-data.ts'
import { bonferroniKs, exactMmd } from './vector-peers.ts'

const width = 64
const level = 0.01
const source = gaussian(width)

const [, , what = 'grid', count = '200', folder = '', target = '.', only = ''] = argv
const runs = Number(count)
const say = (...cells: (string | number)[]) => stdout.write(`| ${cells.join(' | ')} |\n`)

/** p-value of one comparison. */
function compare(reference: VectorReference, vectors: readonly Float32Array[]): number {
  const totals = createVectorTotals(reference)
  for (const vector of vectors) addVector(totals, reference, vector)
  return compareVectors(reference, totals, level)!.pValue
}

function vectorTables(): void {
  stdout.write(
    `vectors d = ${width}, baselines of 2,000, level ${level}; ${runs} null runs per size, 20 baselines\n`,
  )
  say('n', 'false alarms', 'at level 0.05')
  const references = Array.from({ length: 20 }, (_, seed) => fitVectors(source(seeded(seed + 1), 2000), [])!)
  for (const n of [50, 300, 1000]) {
    const p = Array.from({ length: runs }, (_, run) =>
      compare(references[run % 20]!, source(seeded(10_000 + run), n)),
    )
    say(n, share(p, level), share(p, 0.05))
  }
  const power = Math.max(20, Math.round(runs / 5))
  stdout.write(
    `\npower, ${power} runs (exact MMD: 10 runs, 100 permutations, against 300 of the baseline's vectors)\n`,
  )
  say('shift', 'n = 100', 'n = 500', 'KS + Bonferroni, n = 500', 'exact MMD, n = 500')
  const baseline = source(seeded(1), 2000)
  for (const shift of shifts) {
    const made = (run: number, n: number) => {
      const random = seeded(50_000 + run)
      return shift.apply(source(random, n), random)
    }
    const ours = [100, 500].map((n) =>
      share(
        Array.from({ length: power }, (_, run) => compare(references[0]!, made(run, n))),
        level,
      ),
    )
    const ks = share(
      Array.from({ length: power }, (_, run) => bonferroniKs(baseline, made(run, 500))),
      level,
    )
    const mmd = share(
      Array.from({ length: 10 }, (_, run) => exactMmd(baseline.slice(0, 300), made(run, 500), seeded(run))),
      level,
    )
    say(shift.name, ...ours, ks, mmd)
  }
}

/** Writes the vectors of the power table for other programs (vector-evidently.py), and what we say of them. */
function exportVectors(to: string): void {
  const n = 500
  const baseline = source(seeded(1), 2000)
  const write = (file: string, vectors: readonly Float32Array[]) =>
    writeFileSync(join(to, `${file}.f32`), Buffer.concat(vectors.map((vector) => Buffer.from(vector.buffer))))
  write('baseline', baseline)
  const reference = fitVectors(baseline, [])!
  const none = { name: 'none', apply: (vectors: Float32Array[]) => vectors }
  const list = [none, ...shifts].map((shift, i) => {
    const windows = Array.from({ length: runs }, (_, run) => {
      const random = seeded(50_000 + run)
      return shift.apply(source(random, n), random)
    })
    write(`shift-${i}`, windows.flat())
    const p = windows.map((window) => compare(reference, window))
    say(shift.name, share(p, level))
    return { name: shift.name, file: `shift-${i}` }
  })
  writeFileSync(join(to, 'vectors.json'), JSON.stringify({ width, n, runs, shifts: list }))
}

/** How traffic differs from hour to hour: what is added to an hour's vectors. */
const traffic: Readonly<
  Record<string, (hour: number, random: Random) => (vector: Float32Array) => Float32Array>
> = {
  'truly independent': () => (vector) => vector,
  'small offset per hour': (_, random) => {
    const offset = Float32Array.from({ length: width }, () => 0.1 * random.normal())
    return (vector) => vector.map((x, j) => x + offset[j]!)
  },
  'diurnal swing': (hour) => {
    const swing = 0.15 * Math.sin((2 * Math.PI * hour) / 24)
    return (vector) => vector.map((x, j) => x + (j % 3 === 0 ? swing : 0))
  },
  'topic mix per hour': (_, random) => {
    const share = 0.2 + 0.15 * random.next()
    return (vector) => (random.next() < share ? vector.map((x, j) => x + (j < 16 ? 0.8 : 0)) : vector)
  },
}

function hourTables(): void {
  stdout.write(`hours: baselines of 24 × 250 and 168 × 60, ${runs} windows of one hour each\n`)
  say('traffic', 'n', 'independent', '24 h × 250', '168 h × 60')
  for (const [name, make] of Object.entries(traffic)) {
    const hour = (h: number, seed: number, n: number) =>
      source(seeded(seed), n).map(make(h % 24, seeded(seed + 7)))
    const references = [
      [24, 250],
      [168, 60],
    ].map(([hours, n]) => {
      const list = Array.from({ length: hours! }, (_, h) => hour(h, 1000 + h, n!))
      const all = list.flat()
      const random = seeded(3)
      const sample = all
        .map((vector) => ({ vector, key: random.next() }))
        .sort((a, b) => a.key - b.key)
        .slice(0, 2000)
        .map(({ vector }) => vector)
      return { plain: fitVectors(sample, [])!, aware: fitVectors(sample, list)! }
    })
    for (const n of [100, 300, 1000]) {
      const windows = Array.from({ length: runs }, (_, run) => hour(run, 90_000 + run, n))
      const rate = (reference: VectorReference) =>
        share(
          windows.map((each) => compare(reference, each)),
          level,
        )
      say(name, n, rate(references[0]!.plain), rate(references[0]!.aware), rate(references[1]!.aware))
    }
  }
}

function share(pValues: readonly number[], below: number): string {
  return (pValues.filter((p) => p < below).length / pValues.length).toFixed(3)
}

/** False alarms of all kinds of data, or of `only` one. */
async function gridTables(): Promise<void> {
  if (only === '' || only === 'rare') rareTables()
  if (only === 'rare') return
  const topics = fortunes(folder)
  const known = new Map([...topics].filter(([name]) => !held.includes(name)))
  const wanted = (name: string) => only === '' || only === name
  if (wanted('text')) falseAlarms(textModality(known))
  if (wanted('llm')) falseAlarms(exchangeModality(known))
  if (wanted('vector')) falseAlarms(vectorModality())
  if (!wanted('image')) return
  const photos = await photographs('')
  const groups = photos.map((): Float32Array[] => [])
  for (const { row, photo } of await crops(photos, 'none', 8000, 1)) groups[photo]!.push(row)
  falseAlarms(imageModality(groups))
}

/** Canned answers and odd texts, each in 0.43 % of the records. */
function rareTables(): void {
  heading(`rare texts that are always the same: false alarms at level ${level}`)
  say('data', 'baseline', 'runs', 'baselines', 'n = 400', 'n = 2000')
  const random = seeded(99)
  const sentences = Array.from({ length: 20_000 }, () => sentence(random))
  for (const [name, same] of [
    ['canned answers', cannedAnswers],
    ['odd texts', oddTexts],
  ] as const) {
    const modality = textModality(new Map(Object.entries({ sentences, same: [...same] })))
    rareTable({ ...modality, name }, rareShare, runs, Math.min(200, Math.ceil(runs / 5)), say)
  }
}

function falseAlarms<T>(modality: Modality<T>): void {
  heading(`${modality.name}: false alarms of independent records, baselines of 2,000, level ${level}`)
  say('data', 'runs', 'baselines', 'n = 50', 'n = 300', 'n = 1000')
  nullTable(modality, runs, Math.min(40, Math.ceil(runs / 10)), say)
  heading(`${modality.name}: false alarms of hours, ${Math.ceil(runs / 4)} runs, 4 baselines`)
  say('data', 'traffic', 'n', 'taken as independent', '24 h × 250', '168 h × 60')
  hourTable(modality, Math.ceil(runs / 4), 4, say)
}

async function powerTables(): Promise<void> {
  const topics = fortunes(folder)
  textPower(topics, runs, say)
  exchangePower(topics, runs, say)
  await imagePower('', runs, say)
}

if (what === 'grid') await gridTables()
else if (what === 'power') await powerTables()
else if (what === 'vectors') vectorTables()
else if (what === 'hours') hourTables()
else if (what === 'export') exportVectors(target)
else if (what === 'export-texts') await exportTexts(fortunes(folder), 10 * runs, runs, target)
else stdout.write('grid, power, vectors, hours, export or export-texts\n')
