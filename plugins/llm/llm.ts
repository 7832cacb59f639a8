/** The analyzer of conversations: prompt and response of each record, side by side. */
import {
  calibrationText,
  type DriftConstraint,
  type DriftOptions,
  type DriftSettings,
  driftOptions,
  driftSettings,
  listOf,
  suggestDrift,
} from '../../runtime/distances/drift-settings.ts'
import type { PropertyReference } from '../../runtime/distances/property-reference.ts'
import { insufficientData, propertyFinding } from '../../runtime/distances/property-texts.ts'
import {
  type Batch,
  type ConstraintsPart,
  defineAnalyzer,
  rowHash,
  type StatisticsPart,
} from '../../runtime/plugin.ts'
import { hourOf } from '../../runtime/sketches/hourly.ts'
import {
  addProperties,
  createPropertyProfile,
  mergePropertyProfile,
  type PropertyProfile,
  restoreProperties,
} from '../../runtime/sketches/property-profile.ts'
import { languages } from '../../runtime/text/language.ts'
import { exchangeMetrics } from './metrics.ts'
import { type Exchange, exchangeProperties, exchangeSpecs } from './properties.ts'
import { type ExchangeStatistics, summarizeExchanges } from './summarize.ts'

/** Options of the analyzer: names of features, and the settings of drift. */
export interface Options extends DriftOptions {
  readonly prompt: string
  readonly response: string
  readonly context: string
  readonly latency: string
  readonly promptTokens: string
  readonly responseTokens: string
  readonly sampleSize: number
}

/** State: at most 6 MB in a baseline run, 10 KB in a monitoring run. */
interface State {
  readonly options: Options
  readonly settings: DriftSettings
  exchanges: number
  /** Undefined until the first exchange. */
  profile: PropertyProfile | undefined
  readonly references: readonly PropertyReference[] | undefined
}

interface Statistics extends StatisticsPart {
  custom?: { features: ExchangeStatistics[] }
}

interface Constraints extends ConstraintsPart {
  custom?: { features: DriftConstraint[] }
}

const feature = (key: string, name: string, what: string) => ({
  [key]: { type: 'string', default: name, description: `Name of the feature that holds ${what}.` },
})

export const llm = defineAnalyzer<Options, State, Statistics, Constraints>({
  name: 'llm',
  version: 1,
  description: 'How responses relate to prompts, and its drift.',
  options: {
    type: 'object',
    properties: {
      ...driftOptions,
      ...feature('prompt', 'prompt', 'the prompt (kind text)'),
      ...feature('response', 'response', 'the response (kind text)'),
      ...feature(
        'context',
        'context',
        'what the response should rest on (kind text), where there is such a thing',
      ),
      ...feature('latency', 'latency', 'the time of the response (kind scalar), in any unit'),
      ...feature('promptTokens', 'prompt_tokens', 'the tokens of the prompt (kind scalar)'),
      ...feature('responseTokens', 'response_tokens', 'the tokens of the response (kind scalar)'),
    },
    additionalProperties: false,
  },
  // Means of properties are sums of decimals; everything else is exact.
  exactness: { relative: 1e-6 },

  init(options, { baseline }) {
    const name = nameOf(options)
    const known = listOf(baseline?.statistics?.custom).find((each) => each['name'] === name)
    const stored = known?.['reference'] as { properties?: unknown } | undefined
    const place = `baseline statistics of feature ${JSON.stringify(name)}`
    return {
      options,
      settings: driftSettings(baseline?.constraints?.custom, name, options),
      exchanges: 0,
      profile: undefined,
      references: stored && restoreProperties(stored.properties, exchangeSpecs, place),
    }
  },

  update(state, batch) {
    const found = exchangesOf(batch, state.options)
    if (found.length === 0) return
    state.profile ??= createPropertyProfile(exchangeSpecs, state.references, state.options.sampleSize)
    state.exchanges += found.length
    addProperties(
      state.profile,
      found.map(({ exchange }) => exchangeProperties(exchange)),
      found.map(({ row }) => rowHash(batch, row, 'llm')),
      found.map(({ row }) => hourOf(batch.time(row))),
    )
  },

  merge(into, from) {
    into.exchanges += from.exchanges
    if (from.profile === undefined) return
    if (into.profile === undefined) into.profile = structuredClone(from.profile)
    else mergePropertyProfile(into.profile, from.profile)
  },

  summarize({ profile, exchanges, options, settings, references }) {
    if (profile === undefined) return {}
    const features = [summarizeExchanges(nameOf(options), profile, exchanges, references, settings)]
    return { custom: { features } }
  },

  suggest({ custom }, options) {
    if (!custom) return {}
    return {
      custom: {
        features: custom.features.map(({ name, reference }) =>
          suggestDrift(name, options, calibrationText(reference?.hours)),
        ),
      },
    }
  },

  check({ custom }, baseline, options) {
    return (custom?.features ?? []).flatMap(({ name, compared, drift }) => {
      const { enabled, alpha, minRecords } = driftSettings(baseline.constraints?.custom, name, options)
      if (!enabled || compared === undefined) return []
      if (!drift) return [insufficientData(name, 'llm_quality_check', 'exchanges', compared, minRecords)]
      return propertyFinding(drift.properties, {
        feature: name,
        check: 'llm_quality_check',
        things: 'exchanges',
        level: alpha,
        compared,
        baseline: drift.baseline,
        label: (_, code) => languages[code] ?? String(code),
      })
    })
  },

  metrics: ({ custom }, findings) => exchangeMetrics(custom?.features ?? [], findings),
})

function nameOf({ prompt, response }: Options): string {
  return `${prompt}|${response}`
}

/** The rows that have a prompt and a response. */
function exchangesOf(batch: Batch, options: Options): { row: number; exchange: Exchange }[] {
  const texts = (name: string) => batch.texts.find((column) => column.name === name)?.values
  const numbers = (name: string) => batch.column(name)?.numbers
  const [prompts, responses, contexts] = [options.prompt, options.response, options.context].map(texts)
  const [latency, promptTokens, responseTokens] = [
    options.latency,
    options.promptTokens,
    options.responseTokens,
  ].map(numbers)
  const found: { row: number; exchange: Exchange }[] = []
  if (!prompts || !responses) return found
  for (let row = 0; row < batch.length; row++) {
    const [prompt, response] = [prompts[row], responses[row]]
    if (prompt === undefined || response === undefined) continue
    const exchange = {
      prompt,
      response,
      context: contexts?.[row],
      latency: latency?.[row] ?? Number.NaN,
      promptTokens: promptTokens?.[row] ?? Number.NaN,
      responseTokens: responseTokens?.[row] ?? Number.NaN,
    }
    found.push({ row, exchange })
  }
  return found
}
