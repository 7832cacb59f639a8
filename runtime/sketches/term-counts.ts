/**
 * In how many texts a term occurs: exact counts of at most 20,000 terms, those with the smallest hashes. A term that was
 * let go never comes back, so counts do not depend on how the texts are split. About 600 KB.
 */
import { textHash } from './row-hash.ts'

/** Texts per term, with the hash that decides which terms stay. Plain data. */
export interface TermCounts {
  readonly counts: Map<string, number>
  /** Largest hash that may still enter. */
  limit: number
}

/** Terms that are kept. */
export const mostKeptTerms = 20_000

/** The counts of no texts. */
export function createTermCounts(): TermCounts {
  return { counts: new Map(), limit: 1 }
}

/** Adds one text's terms, each once. */
export function addTerms(state: TermCounts, terms: Iterable<string>): void {
  for (const term of terms) add(state, term, 1)
}

function add(state: TermCounts, term: string, count: number): void {
  const known = state.counts.get(term)
  if (known !== undefined) state.counts.set(term, known + count)
  else if (textHash(term) <= state.limit) {
    state.counts.set(term, count)
    if (state.counts.size > 1.25 * mostKeptTerms) trim(state)
  }
}

/** Folds others in; `from` stays as it is. */
export function mergeTermCounts(into: TermCounts, from: TermCounts): void {
  into.limit = Math.min(into.limit, from.limit)
  for (const [term, count] of from.counts) add(into, term, count)
  if (into.counts.size > mostKeptTerms) trim(into)
  else drop(into)
}

function trim(state: TermCounts): void {
  const hashes = [...state.counts.keys()].map(textHash).sort((a, b) => a - b)
  state.limit = Math.min(state.limit, hashes[mostKeptTerms - 1] ?? 1)
  drop(state)
}

function drop(state: TermCounts): void {
  if (state.limit >= 1) return
  for (const term of state.counts.keys()) if (textHash(term) > state.limit) state.counts.delete(term)
}

/** The most frequent terms with at least `least` texts, at most `size` of them. Changes nothing. */
export function frequentTerms(
  { counts, limit }: TermCounts,
  size: number,
  least: number,
): [string, number][] {
  const exact = counts.size > mostKeptTerms ? limitOf(counts, limit) : limit
  return [...counts]
    .filter(([term, count]) => count >= least && textHash(term) <= exact)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, size)
}

function limitOf(counts: ReadonlyMap<string, number>, limit: number): number {
  const hashes = [...counts.keys()].map(textHash).sort((a, b) => a - b)
  return Math.min(limit, hashes[mostKeptTerms - 1]!)
}
