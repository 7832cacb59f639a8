/** What a text is made of, counted in one pass over its first 100,000 characters. */

/** Shares of the characters, 0 to 1; of an empty text all 0. */
export interface Characters {
  readonly letters: number
  readonly digits: number
  readonly punctuation: number
  readonly upper: number
  readonly nonAscii: number
  /** Control characters, U+FFFD, and halves of surrogate pairs: what decoding errors leave behind. */
  readonly garbage: number
  readonly emoji: number
  /** Marks that turn the direction of writing. */
  readonly bidirectional: number
  /** Length of the longest run of one character. */
  readonly longestRun: number
}

const looked = 100_000

/** Counts; a character is a code unit, as in the length of a string. */
export function charactersOf(text: string): Characters {
  const length = Math.min(text.length, looked)
  let [digits, punctuation, upper, lower, nonAscii, garbage, bidirectional, longestRun, run] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]
  let before = -1
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    run = code === before ? run + 1 : 1
    before = code
    if (run > longestRun && code !== 32) longestRun = run
    if (code > 127) {
      nonAscii++
      if (code === 0xfffd || loneSurrogate(text, i, code)) garbage++
      else if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) bidirectional++
    } else if (code >= 48 && code <= 57) digits++
    else if (code >= 65 && code <= 90) upper++
    else if (code >= 97 && code <= 122) lower++
    else if (code > 32 && code < 127) punctuation++
    else if (code !== 32 && (code < 9 || code > 13)) garbage++
  }
  const start = text.slice(0, length)
  const foreign = nonAscii > 0 ? (start.match(/[\u0080-\uffff]/g)?.join('') ?? '') : ''
  const share = (count: number) => (length > 0 ? count / length : 0)
  return {
    letters: share(lower + upper + lengthOf(foreign, /[\p{L}\p{M}]+/gu)),
    digits: share(digits),
    punctuation: share(punctuation + lengthOf(foreign, /[\p{P}]+/gu)),
    upper: share(upper + lengthOf(foreign, /\p{Lu}+/gu)),
    nonAscii: share(nonAscii),
    garbage: share(garbage),
    emoji: share(lengthOf(foreign, /\p{Extended_Pictographic}+/gu)),
    bidirectional: share(bidirectional),
    longestRun,
  }
}

function loneSurrogate(text: string, i: number, code: number): boolean {
  if (code < 0xd800 || code > 0xdfff) return false
  const other = text.charCodeAt(code < 0xdc00 ? i + 1 : i - 1)
  return code < 0xdc00 ? !(other >= 0xdc00 && other <= 0xdfff) : !(other >= 0xd800 && other <= 0xdbff)
}

function lengthOf(text: string, pattern: RegExp): number {
  let length = 0
  if (text !== '') for (const [match] of text.matchAll(pattern)) length += match.length
  return length
}
