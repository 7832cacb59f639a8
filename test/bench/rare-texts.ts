/** Sentences among which a few other texts come again and again, word for word. */
import type { Random } from '../../runtime/conformance/random.ts'

/** Share of the records that all of them have together: 0.43 % each. */
export const rareShare = 0.03

const words =
  'the quick model answers every question that people ask about prices weather höher Москва 東京'.split(' ')

/** A text that is hardly ever there twice. */
export function sentence(random: Random): string {
  return Array.from({ length: 3 + random.below(20) }, () => random.pick(words)).join(' ')
}

/** What a service says always in the same words. */
export const cannedAnswers = [
  'I am sorry, I cannot help with that.',
  'Thank you, your order is on its way.',
  'Please try again later.',
  'This question is beyond what I know.',
  'Our office is open from nine to five on weekdays.',
  'As a language model I have no opinions.',
  'Hello! How may I help you today?',
]

/** What is hardly a text, with extremes of most properties. */
export const oddTexts = [
  '',
  '   ',
  '🙂🙂',
  '\u202eabc',
  'mail me: someone@example.com',
  '\ufffd\ufffd',
  'x'.repeat(3000),
]
