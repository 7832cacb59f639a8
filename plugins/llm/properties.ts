/** What is measured of each pair of prompt and response. */
import type { PropertySpec } from '../../runtime/distances/property-reference.ts'
import { languageOf, unknownLanguage } from '../../runtime/text/language.ts'
import { personalData } from '../../runtime/text/personal-data.ts'
import { repeatedShare, sharedRuns, wordsOf } from '../../runtime/text/words.ts'
import { asksForJson, isCutOff, isInjection, isJson, isRefusal } from './patterns.ts'

/** One exchange; what was not captured is undefined. */
export interface Exchange {
  readonly prompt: string
  readonly response: string
  readonly context: string | undefined
  readonly latency: number
  readonly promptTokens: number
  readonly responseTokens: number
}

const numbers = [
  'prompt_words',
  'response_words',
  'ratio',
  'repetition',
  'echo',
  'overlap',
  'unsupported_numbers',
  'latency',
  'prompt_tokens',
  'response_tokens',
] as const
const shares = [
  'empty_response',
  'refusal',
  'cut_off',
  'looping',
  'language_mismatch',
  'invalid_json',
  'injection',
  'pii_prompt',
  'pii_response',
  'pii_leak',
] as const

/** All properties of an exchange, in the order of {@link exchangeProperties}. */
export const exchangeSpecs: readonly PropertySpec[] = [
  ...numbers.map((name) => ({ name, kind: 'number' as const })),
  { name: 'response_language', kind: 'category' },
  ...shares.map((name) => ({ name, kind: 'share' as const })),
]

/** Share of repeated runs of four words from which a response goes round in circles. */
const looping = 0.3

/** The properties of an exchange. Numbers that were not captured are 0. */
export function exchangeProperties(exchange: Exchange): Float32Array {
  const { prompt, response, context, latency, promptTokens, responseTokens } = exchange
  const asked = wordsOf(prompt)
  const said = wordsOf(response)
  const given = context === undefined ? [] : wordsOf(context)
  const repetition = repeatedShare(said, 4)
  const [from, to] = [languageOf(prompt), languageOf(response)]
  const before = personalData(`${prompt}\n${context ?? ''}`)
  const after = personalData(response)
  const flag = (value: boolean) => (value ? 1 : 0)
  return Float32Array.from([
    asked.length,
    said.length,
    said.length / Math.max(1, asked.length),
    repetition,
    sharedRuns(said, asked, 5),
    sharedRuns(said, given, 3),
    unsupportedNumbers(said, asked, given),
    finite(latency),
    finite(promptTokens),
    finite(responseTokens),
    to,
    flag(response.trim() === ''),
    flag(isRefusal(response)),
    flag(isCutOff(response)),
    flag(repetition > looping),
    flag(from !== to && from !== unknownLanguage && to !== unknownLanguage),
    flag(asksForJson(prompt) && !isJson(response)),
    flag(isInjection(prompt)),
    flag(personalData(prompt).some(Boolean)),
    flag(after.some(Boolean)),
    flag(after.some((found, kind) => found > 0 && before[kind] === 0)),
  ])
}

/** Share of the numbers in a response that neither prompt nor context have; 0 without numbers, and without context. */
function unsupportedNumbers(
  said: readonly string[],
  asked: readonly string[],
  given: readonly string[],
): number {
  if (given.length === 0) return 0
  const isNumber = (word: string) => /^\p{N}{2,}$/u.test(word)
  const known = new Set([...asked, ...given].filter(isNumber))
  const found = said.filter(isNumber)
  return found.length > 0 ? found.filter((word) => !known.has(word)).length / found.length : 0
}

function finite(value: number): number {
  return Number.isFinite(value) ? Math.max(-1e30, Math.min(1e30, value)) : 0
}
