/** What may happen to texts, and to conversations. */
import { exchangeProperties } from '../../plugins/llm/properties.ts'
import type { Random } from '../../runtime/conformance/random.ts'
import { exchangeOf } from './modalities.ts'

/** A text as it is after a change. */
export type TextChange = (text: string, random: Random) => string

/** Topics that baselines do not have. */
export const held = [
  'computers',
  'science',
  'songs-poems',
  'zippy',
  'linux',
  'linuxcookie',
  'knghtbrd',
  'perl',
  'debian',
]

/** Changes of texts; new topics are those of {@link held}. */
export function textChanges(topics: ReadonlyMap<string, string[]>): Record<string, TextChange> {
  const mix =
    (topic: string, share: number): TextChange =>
    (text, random) =>
      random.next() < share ? random.pick(topics.get(topic)!) : text
  return {
    '20 % computers': mix('computers', 0.2),
    '40 % computers': mix('computers', 0.4),
    '20 % science': mix('science', 0.2),
    '40 % science': mix('science', 0.4),
    '20 % poems': mix('songs-poems', 0.2),
    '20 % zippy': mix('zippy', 0.2),
    'typos in half (one swap in 20 characters)': (text, random) =>
      random.next() < 0.5 ? mistyped(text, random) : text,
    'half of the texts cut in half': (text, random) =>
      random.next() < 0.5 ? text.slice(0, text.length / 2) : text,
    'an address in 3 %': (text, random) => (random.next() < 0.03 ? `${text} me@example.com` : text),
  }
}

function mistyped(text: string, random: Random): string {
  const letters = [...text]
  for (let k = 0; k < Math.max(1, letters.length / 20); k++) {
    const i = random.below(letters.length - 1)
    ;[letters[i], letters[i + 1]] = [letters[i + 1]!, letters[i]!]
  }
  return letters.join('')
}

/** Changes of an exchange's response. */
const responses: Readonly<Record<string, (prompt: string, response: string, random: Random) => string>> = {
  'refusals in 5 %': (_, response, random) =>
    random.next() < 0.05 ? 'I am sorry, but I cannot help with that.' : response,
  'loops in 5 %': (_, response, random) =>
    random.next() < 0.05 ? 'it means that it means '.repeat(12) : response,
  'half of the responses cut in half': (_, response, random) =>
    random.next() < 0.5 ? response.slice(0, response.length / 2) : response,
  'empty in 3 %': (_, response, random) => (random.next() < 0.03 ? '' : response),
  'the prompt said again in 10 %': (prompt, response, random) =>
    random.next() < 0.1 ? `${prompt} ${response}` : response,
  'an address in 3 %': (_, response, random) =>
    random.next() < 0.03 ? `${response} me@example.com` : response,
  'another language in 5 %': (_, response, random) =>
    random.next() < 0.05
      ? 'Das ist eine gute Frage, die sich leider nicht so einfach beantworten lässt, wie man denkt.'
      : response,
}

/** Names of the changes of exchanges. */
export const exchangeChanges = Object.keys(responses)

/** Properties of exchanges of two texts of one topic, the response changed. */
export function changedExchanges(
  topics: ReadonlyMap<string, string[]>,
  change: string,
  count: number,
  random: Random,
): Float32Array[] {
  const pairs = [...topics.values()].flatMap((texts) => texts.map((prompt) => ({ prompt, texts })))
  return Array.from({ length: count }, () => {
    const { prompt, texts } = random.pick(pairs)
    const response = responses[change]!(prompt, random.pick(texts), random)
    return exchangeProperties(exchangeOf(prompt, response))
  })
}
