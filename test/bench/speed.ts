/** Records per second of the analyzers in a monitoring run, beside the least that must be done: `node test/bench/speed.ts`. */
import { readFile } from 'node:fs/promises'
import { hrtime, stdout } from 'node:process'
import sharp from 'sharp'
import cv from '../../plugins/cv/plugin.ts'
import embedding from '../../plugins/embedding/plugin.ts'
import llm from '../../plugins/llm/plugin.ts'
import nlp from '../../plugins/nlp/plugin.ts'
import { batchOf, type ColumnData } from '../../runtime/conformance/index.ts'
import { seeded } from '../../runtime/conformance/random.ts'
import type { Analyzer, Plugin } from '../../runtime/plugin.ts'
import { toJson } from '../../runtime/state.ts'

type Columns = Readonly<Record<string, ColumnData>>

const context = { run: 'baseline', environment: {}, distances: 'exact' } as const
const random = seeded(1)

function seconds(work: () => void): number {
  const start = hrtime.bigint()
  work()
  return Number(hrtime.bigint() - start) / 1e9
}

/** Rates of both kinds of run, sizes of both states and of the statistics. */
function measure(
  name: string,
  plugin: Plugin,
  extra: object,
  count: number,
  columns: Columns,
  plain: string,
): void {
  const analyzer = plugin.analyzers![0]! as Analyzer
  const options = { alpha: 0.01, minRecords: 20, sampleSize: 2000, ...extra }
  const state = analyzer.init(options, context)
  // The first call loads models and threads.
  analyzer.update(analyzer.init(options, context), batchOf(columns))
  const first = seconds(() => analyzer.update(state, batchOf(columns)))
  const statistics = JSON.parse(JSON.stringify(analyzer.summarize(state)))
  const baseline = { statistics, config: () => ({}) as never }
  const other = analyzer.init(options, { ...context, run: 'monitoring', baseline })
  const second = seconds(() => analyzer.update(other, batchOf(columns)))
  const kilobytes = (value: unknown) => `${Math.round(JSON.stringify(value).length / 1000)} KB`
  const row = [
    name,
    Math.round(count / first),
    Math.round(count / second),
    plain,
    kilobytes(toJson(state)),
    kilobytes(toJson(other)),
    kilobytes(statistics),
  ]
  stdout.write(`| ${row.join(' | ')} |\n`)
}

stdout.write('| data | baseline /s | monitoring /s | plain /s | state | state | statistics |\n')

for (const width of [64, 768, 4096]) {
  const count = width > 1000 ? 500 : 2000
  const values = Array.from({ length: count }, () =>
    Float32Array.from({ length: width }, () => random.normal()),
  )
  const matrix = Float32Array.from({ length: 256 * width }, () => random.normal())
  let sum = 0
  const plain = seconds(() => {
    for (const vector of values)
      for (let i = 0, at = 0; i < 256; i++)
        for (let j = 0; j < width; j++, at++) sum += matrix[at]! * vector[j]!
  })
  const text = `${Math.round(count / plain)} (256 inner products${sum === 0.5 ? '!' : ''})`
  measure(`vectors of ${width}`, embedding, {}, count, { vector: { kind: 'vector', values } }, text)
}

const words = Array.from({ length: 4000 }, () =>
  Array.from({ length: 2 + random.below(9) }, () => String.fromCharCode(97 + random.below(26))).join(''),
)
const texts = Array.from({ length: 1000 }, () => {
  let text = ''
  while (text.length < 500) text += `${random.pick(words)} `
  return text.slice(0, 500)
})
let letters = 0
const split = seconds(() => {
  for (const text of texts) letters += text.toLowerCase().split(' ').length
})
const plainTexts = `${Math.round(texts.length / split)} (split${letters === 1 ? '!' : ''})`
measure(
  'texts of 500',
  nlp,
  { showTerms: true, termTexts: 20, except: [] },
  texts.length,
  { text: { kind: 'text', values: texts } },
  plainTexts,
)
const names = {
  prompt: 'prompt',
  response: 'response',
  context: 'context',
  latency: 'l',
  promptTokens: 'p',
  responseTokens: 'r',
}
const pair: Columns = {
  prompt: { kind: 'text', values: texts },
  response: { kind: 'text', values: texts.toReversed() },
}
measure('exchanges of 500 + 500', llm, names, texts.length, pair, plainTexts)

for (const [width, height, count] of [
  [224, 224, 200],
  [1920, 1080, 40],
] as const) {
  const files = await Promise.all(
    Array.from({ length: 20 }, async (_, k) => {
      const photo = new URL(
        `../golden/photos/${['chelsea', 'coffee', 'rocket', 'astronaut'][k % 4]}.jpg`,
        import.meta.url,
      )
      return sharp(await readFile(photo))
        .resize(width, height, { fit: 'fill' })
        .modulate({ brightness: 1 + k / 100 })
        .jpeg()
        .toBuffer()
    }),
  )
  const values = Array.from({ length: count }, (_, i) => ({
    bytes: new Uint8Array(files[i % files.length]!),
    mediaType: 'image/jpeg',
  }))
  const start = hrtime.bigint()
  for (const { bytes } of values) await sharp(bytes).raw().toBuffer()
  const plain = `${Math.round(count / (Number(hrtime.bigint() - start) / 1e9))} (decoded one by one)`
  measure(
    `images ${width} × ${height}`,
    cv,
    { maxMegapixels: 40 },
    count,
    { photo: { kind: 'bytes', values } },
    plain,
  )
}
