/** The analyzer of conversations: prompt and response of each record, side by side. */
import { type DriftOptions, type MeasuredRow, propertyAnalyzer } from '../../runtime/drift/index.ts'
import type { Batch } from '../../runtime/plugin.ts'
import { languages } from '../../runtime/text/language.ts'
import { exchangeProperties, exchangeSpecs } from './properties.ts'

/** Options of the analyzer: names of features, and the settings of drift. */
export interface Options extends DriftOptions {
  readonly prompt: string
  readonly response: string
  readonly context: string
  readonly latency: string
  readonly promptTokens: string
  readonly responseTokens: string
}

const feature = (key: string, name: string, what: string) => ({
  [key]: { type: 'string', default: name, description: `Name of the feature that holds ${what}.` },
})

export const llm = propertyAnalyzer({
  name: 'llm',
  version: 1,
  description: 'How responses relate to prompts, and its drift.',
  options: {
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
  specs: exchangeSpecs,
  things: 'exchanges',
  check: 'llm_quality_check',
  label: (_, code) => languages[code] ?? String(code),
  shown: [
    'response_words',
    'ratio',
    'latency',
    'response_tokens',
    'overlap',
    'refusal',
    'empty_response',
    'looping',
    'language_mismatch',
    'invalid_json',
    'injection',
    'pii_leak',
  ],
  feature: ({ prompt, response }: Options) => `${prompt}|${response}`,
  measure: exchangesOf,
})

/** The rows that have a prompt and a response, measured. */
function exchangesOf(batch: Batch, options: Options): MeasuredRow[] {
  const texts = (name: string) => batch.texts.find((column) => column.name === name)?.values
  const numbers = (name: string) => batch.column(name)?.numbers
  const [prompts, responses, contexts] = [options.prompt, options.response, options.context].map(texts)
  const [latency, promptTokens, responseTokens] = [
    options.latency,
    options.promptTokens,
    options.responseTokens,
  ].map(numbers)
  const found: MeasuredRow[] = []
  if (!prompts || !responses) return found
  for (let row = 0; row < batch.length; row++) {
    const [prompt, response] = [prompts[row], responses[row]]
    if (prompt === undefined || response === undefined) continue
    const properties = exchangeProperties({
      prompt,
      response,
      context: contexts?.[row],
      latency: latency?.[row] ?? Number.NaN,
      promptTokens: promptTokens?.[row] ?? Number.NaN,
      responseTokens: responseTokens?.[row] ?? Number.NaN,
    })
    found.push({ row, properties })
  }
  return found
}
