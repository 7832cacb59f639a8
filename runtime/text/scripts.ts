/** The writing system that most letters of a text belong to. */

const patterns: readonly [string, RegExp][] = [
  ['latin', /\p{Script=Latin}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['greek', /\p{Script=Greek}/gu],
  ['han', /\p{Script=Han}/gu],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['hangul', /\p{Script=Hangul}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['hebrew', /\p{Script=Hebrew}/gu],
  ['devanagari', /\p{Script=Devanagari}/gu],
  ['thai', /\p{Script=Thai}/gu],
]

/** Names in a fixed order: the scripts that are told apart, others, and texts without letters. */
export const scripts: readonly string[] = [...patterns.map(([name]) => name), 'other', 'none']

const looked = 2000

/** Place of a text's script in {@link scripts}. */
export function scriptOf(text: string): number {
  const start = text.slice(0, looked)
  // Most texts: nothing but Latin letters can be below U+0250.
  if (!/[\u0250-\uffff]/.test(start)) return /\p{L}/u.test(start) ? 0 : scripts.length - 1
  const letters = start.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return scripts.length - 1
  const counts = patterns.map(([, pattern]) => start.match(pattern)?.length ?? 0)
  const most = Math.max(...counts)
  return most * 2 >= letters || most > 0 ? counts.indexOf(most) : patterns.length
}
