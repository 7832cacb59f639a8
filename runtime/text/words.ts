/** Words of a text, and how much they repeat. */

/** Characters of a text that are looked at. */
const looked = 100_000

/** The words of a text in lower case: letters with marks and apostrophes, or digits. At most those of 100,000 characters. */
export function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, looked)
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}'’]*|\p{N}+/gu) ?? []
  )
}

/** Share of the runs of `size` words that occurred before in the text, 0 to 1; 0 for fewer than two runs. */
export function repeatedShare(words: readonly string[], size: number): number {
  const runs = words.length - size + 1
  if (runs < 2) return 0
  const seen = new Set<string>()
  for (let i = 0; i < runs; i++) seen.add(words.slice(i, i + size).join(' '))
  return 1 - seen.size / runs
}

/** Share of the runs of `size` words of one text that occur in the other, 0 to 1; 0 without such a run. */
export function sharedRuns(words: readonly string[], other: readonly string[], size: number): number {
  const runs = words.length - size + 1
  if (runs < 1) return 0
  const known = new Set<string>()
  for (let i = 0; i + size <= other.length; i++) known.add(other.slice(i, i + size).join(' '))
  let shared = 0
  for (let i = 0; i < runs; i++) if (known.has(words.slice(i, i + size).join(' '))) shared++
  return shared / runs
}
