/** What is measured of each text. */
import type { PropertySpec } from '../../runtime/distances/property-reference.ts'
import { charactersOf } from '../../runtime/text/characters.ts'
import { languageOf } from '../../runtime/text/language.ts'
import { personalData, personalKinds } from '../../runtime/text/personal-data.ts'
import { scriptOf } from '../../runtime/text/scripts.ts'
import { repeatedShare } from '../../runtime/text/words.ts'

const numbers = [
  'chars',
  'words',
  'tokens',
  'word_length',
  'lines',
  'letters',
  'digits',
  'punctuation',
  'upper',
  'non_ascii',
  'emoji',
  'longest_run',
  'distinct_words',
  'repetition',
] as const
const shares = ['empty', 'garbage', 'bidirectional', 'url', ...personalKinds] as const

/** All properties of a text, in the order of {@link textProperties}. */
export const textSpecs: readonly PropertySpec[] = [
  ...numbers.map((name) => ({ name, kind: 'number' as const })),
  { name: 'language', kind: 'category' },
  { name: 'script', kind: 'category' },
  ...shares.map((name) => ({ name, kind: 'share' as const })),
]

/** Garbage in more than this share of the characters makes a text unreadable. */
const garbageShare = 0.02

/**
 * The properties of a text.
 * @param words its words
 */
export function textProperties(text: string, words: readonly string[]): Float32Array {
  const characters = charactersOf(text)
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  return Float32Array.from([
    text.length,
    words.length,
    tokens(words, text),
    words.length > 0 ? letters / words.length : 0,
    text === '' ? 0 : text.split('\n').length,
    characters.letters,
    characters.digits,
    characters.punctuation,
    characters.upper,
    characters.nonAscii,
    characters.emoji,
    characters.longestRun,
    words.length > 0 ? new Set(words).size / words.length : 0,
    repeatedShare(words, 4),
    languageOf(text),
    scriptOf(text),
    text.trim() === '' ? 1 : 0,
    characters.garbage > garbageShare ? 1 : 0,
    characters.bidirectional > 0 ? 1 : 0,
    /https?:\/\/|www\./i.test(text.slice(0, 100_000)) ? 1 : 0,
    ...personalData(text),
  ])
}

/** Tokens as language models count them, roughly: a word of n letters is about n / 6 pieces, other characters one each. */
function tokens(words: readonly string[], text: string): number {
  let count = 0
  let inside = 0
  for (const word of words) {
    count += Math.ceil(word.length / 6)
    inside += word.length
  }
  const blanks = text.length < 100_000 ? (text.match(/\s/g)?.length ?? 0) : 0
  return count + Math.max(0, Math.min(text.length, 100_000) - inside - blanks)
}
