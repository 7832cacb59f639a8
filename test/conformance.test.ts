import { describe, test } from 'vitest'
import { builtIn } from '../plugins/index.ts'
import { type ColumnData, type KitOptions, testPlugin, type Values } from '../runtime/conformance/index.ts'
import { seeded } from '../runtime/conformance/random.ts'
import { oddTexts } from './bench/rare-texts.ts'
import { brokenPayloads, picture } from './images.ts'

/**
 * Complete values of types that do not change, for data-quality: the service's own rules compare completeness and type
 * with exactly what the baseline had, so that a column with missing values raises an alarm in every second run.
 */
function complete(seed: number, rows: number) {
  const random = seeded(seed)
  const column = (cell: () => string) => Array.from({ length: rows }, cell)
  return {
    amount: column(() => Math.exp(3 + random.normal()).toFixed(2)),
    age: column(() => String(18 + random.below(60))),
    plan: column(() => random.pick(['basic', 'plus', 'premium', 'trial'])),
  }
}

const url = (target: { url: string }) => ({ url: target.url, retries: 0 })

/** Predictions and labels of one kind of model, far more of them than fit into one batch. */
function labelled(seed: number, rows: number) {
  const random = seeded(seed)
  const scores = Array.from({ length: rows }, () => random.next())
  return {
    probability: scores.map((score) => score.toFixed(4)),
    prediction: scores.map((score) => (random.next() < 0.02 ? undefined : score > 0.5 ? '1' : '0.0')),
    label: scores.map((score) => (random.next() < 0.01 ? 'maybe' : random.next() < score ? '1' : '0')),
    kind: scores.map(() => random.pick(['a', 'b', 'c'])),
    truth: scores.map(() => random.pick(['a', 'b', 'c', 'd'])),
    price: scores.map((score) => (100 * score).toFixed(3)),
    paid: scores.map((score) => (100 * score + random.normal()).toFixed(2)),
    sex: scores.map(() => random.pick(['f', 'm', 'm'])),
    age: scores.map(() => String(18 + random.below(60))),
    region: scores.map(() => random.pick(['north', 'south'])),
  }
}

/** The service compares with exactly what the baseline had, so that half of all runs raise an alarm. */
const noMargin = 'the recorded rule has no margin: a value just below the baseline is a violation'

function modelQuality(environment: Record<string, string>): KitOptions {
  return {
    environment: { probability_threshold_attribute: '0.5', ...environment },
    analyzers: { 'model-quality': { data: { labelled } } },
    skip: { 'model-quality: false-alarms': noMargin },
  }
}

const bias = (facet: object): KitOptions => ({
  environment: { ground_truth_attribute: 'label', probability_attribute: 'probability' },
  analysisConfig: {
    label: 'label',
    label_values_or_threshold: [1],
    facet: [facet as never],
    group_variable: 'region',
  },
  options: { bias: { flipTestRows: 400 } },
  analyzers: { bias: { data: { labelled } } },
  skip: { 'bias: false-alarms': noMargin },
})

/** Vectors of twelve numbers without a fault: one fault is an alarm, where the baseline had none. */
function flawless(seed: number, rows: number): Record<string, Values> {
  const random = seeded(seed)
  const vector = () => Float32Array.from({ length: 12 }, () => random.normal())
  return { query: { kind: 'vector', values: Array.from({ length: rows }, vector) } }
}

/** Vectors of twelve numbers; a few are missing, broken or of another width. */
function vectors(seed: number, rows: number): Record<string, Values> {
  const random = seeded(seed)
  const vector = (): Float32Array | undefined => {
    const kind = random.next()
    if (kind < 0.02) return undefined
    const values = Float32Array.from({ length: kind < 0.03 ? 7 : 12 }, () => random.normal())
    if (kind > 0.99) values[3] = kind > 0.995 ? Number.NaN : Infinity
    return kind > 0.98 && kind < 0.985 ? values.fill(0) : values
  }
  const few = Math.min(rows, 600)
  const column = (): Values => ({ kind: 'vector', values: Array.from({ length: few }, vector) })
  return { query: column(), answer: column() }
}

/** Sentences of common words, some with oddities. */
function texts(seed: number, rows: number): Record<string, Values> {
  const random = seeded(seed)
  const words =
    'the quick model answers every question that people ask about prices weather höher Москва 東京'.split(' ')
  const text = (): string | undefined => {
    const kind = random.next()
    if (kind < 0.02) return undefined
    if (kind < 0.05) return random.pick(oddTexts)
    return Array.from({ length: 3 + random.below(20) }, () => random.pick(words)).join(' ')
  }
  const values = () => Array.from({ length: Math.min(rows, 400) }, text)
  return { prompt: { kind: 'text', values: values() }, note: { kind: 'text', values: values() } }
}

/** Prompts with responses, latencies and now and then a refusal. */
function exchanges(seed: number, rows: number): Record<string, ColumnData> {
  const random = seeded(seed + 5)
  const { prompt, note } = texts(seed, Math.min(rows, 300)) as Record<string, Values & { kind: 'text' }>
  const response = note!.values.map((text) =>
    random.next() < 0.05 ? 'I am sorry, I cannot help with that.' : text,
  )
  return {
    prompt: prompt!,
    response: { kind: 'text', values: response },
    latency: response.map(() => (200 + 900 * random.next()).toFixed(0)),
  }
}

const models = new URL('./golden/models/', import.meta.url).pathname

/** Boxes as SageMaker's object detection answers; now and then nothing, or something that is no answer. */
function answers(seed: number, rows: number): Record<string, Values> {
  const random = seeded(seed + 9)
  const box = () => {
    const [left, top] = [0.7 * random.next(), 0.7 * random.next()]
    return [random.below(5), random.next(), left, top, left + 0.3 * random.next(), top + 0.3 * random.next()]
  }
  const answer = (): string | undefined => {
    const kind = random.next()
    if (kind < 0.02) return undefined
    if (kind < 0.04) return '{"prediction": [[1, 2'
    return JSON.stringify({ prediction: Array.from({ length: random.below(6) }, box) })
  }
  return { detections: { kind: 'text', values: Array.from({ length: Math.min(rows, 400) }, answer) } }
}

const pictures = await Promise.all(Array.from({ length: 60 }, (_, seed) => picture(seed)))
const broken = Object.values(await brokenPayloads())
  .flat()
  .filter(({ length }) => length < 10_000)

/** Pictures, some twice, and now and then a payload that is none. */
function images(seed: number, rows: number): Record<string, Values> {
  const random = seeded(seed)
  const payload = () => {
    const kind = random.next()
    if (kind < 0.03) return undefined
    return { bytes: random.pick(kind < 0.1 ? broken : pictures), mediaType: 'image/jpeg' }
  }
  return { photo: { kind: 'bytes', values: Array.from({ length: Math.min(rows, 90) }, payload) } }
}

/** What plugins cannot do without, by plugin; one that stands not here runs with its defaults. */
const settings: Readonly<Record<string, KitOptions | readonly KitOptions[]>> = {
  attribution: {
    options: { attribution: { captured: { columns: ['probability', 'price'] } } },
    analysisConfig: { methods: { shap: { agg_method: 'median' } } },
    analyzers: { attribution: { data: { labelled } } },
  },
  bias: [
    bias({ name_or_index: 'age', value_or_threshold: [40] }),
    bias({ name_or_index: 'price', value_or_threshold: [40] }),
    bias({ name_or_index: 'sex' }),
  ],
  'model-quality': [
    modelQuality({
      problem_type: 'BinaryClassification',
      inference_attribute: 'prediction',
      probability_attribute: 'probability',
      ground_truth_attribute: 'label',
    }),
    modelQuality({
      problem_type: 'BinaryClassification',
      probability_attribute: 'probability',
      ground_truth_attribute: 'label',
    }),
    modelQuality({
      problem_type: 'MulticlassClassification',
      inference_attribute: 'kind',
      ground_truth_attribute: 'truth',
    }),
    modelQuality({
      problem_type: 'Regression',
      inference_attribute: 'price',
      ground_truth_attribute: 'paid',
    }),
  ],
  cv: {
    analyzers: {
      cv: { data: { images }, falseAlarms: { data: images, level: 0.02, runs: 40 } },
      detections: { data: { answers }, falseAlarms: { data: answers, level: 0.02, runs: 60 } },
    },
  },
  'data-quality': {
    analyzers: {
      'data-quality': {
        falseAlarms: { data: complete },
        quantiles: ['$.features[*].custom.data-quality.sketch'],
      },
    },
  },
  embedding: [
    {
      analyzers: {
        embedding: {
          data: { vectors },
          falseAlarms: { data: flawless, level: 0.02, runs: 60 },
          bounds: { nanosecondsPerRow: 200_000 },
        },
      },
    },
    {
      options: {
        embedding: {
          models: [
            { feature: 'note', path: `${models}proverbs.onnx`, tokenizer: `${models}vocab.txt` },
            { feature: 'photo', path: `${models}photos.onnx`, batchRows: 4 },
          ],
        },
      },
      analyzers: {
        embedding: {
          data: { texts, images },
          falseAlarms: { data: texts, level: 0.02, runs: 20 },
        },
      },
    },
  ],
  llm: {
    analyzers: { llm: { data: { exchanges }, falseAlarms: { data: exchanges, level: 0.02, runs: 60 } } },
  },
  nlp: {
    options: { nlp: { showTerms: true } },
    analyzers: { nlp: { data: { texts }, falseAlarms: { data: texts, level: 0.04, runs: 60 } } },
  },
  samplers: {
    options: {
      'every-nth': { n: 10 },
      rate: { rate: 0.3 },
      reservoir: { size: 100 },
      stratified: { column: 'plan', size: 50 },
    },
    skip: {
      'every-nth: sampler-rows': 'counts records from the start of a slice, as its description says',
    },
  },
  publishers: {
    options: {
      otlp: url,
      webhook: url,
      prometheus: (target) => ({ pushgateway: target.url, retries: 0 }),
    },
  },
}

for (const [name, { load }] of Object.entries(builtIn)) {
  const { default: plugin } = await load()
  for (const [i, kit] of [settings[name] ?? {}].flat().entries())
    describe(i === 0 ? name : `${name}, settings ${i + 1}`, () => testPlugin(plugin, { test, ...kit }))
}
