/** States per hour of the records' time, for the hours of a week; order-free and bounded. */
import { textHash } from './row-hash.ts'

/** Hours kept: those of a week. */
export const mostHours = 168

const hourMilliseconds = 3_600_000

/** Hour of a time in milliseconds since 1970; NaN where there is none. */
export function hourOf(time: number): number {
  return Math.floor(time / hourMilliseconds)
}

/**
 * The state of an hour, made when it is new. Of more than 168 hours those with the smallest hashes stay, whoever came
 * first: an hour that was let go never comes back, because hours that displaced it stay ahead of it.
 * @returns undefined for an hour that does not stay, and for NaN
 */
export function ofHour<State>(hours: Map<number, State>, hour: number, make: () => State): State | undefined {
  if (Number.isNaN(hour)) return undefined
  const known = hours.get(hour)
  if (known !== undefined) return known
  if (hours.size >= mostHours) {
    const last = [...hours.keys()].reduce((a, b) => (rank(a) > rank(b) ? a : b))
    if (rank(hour) > rank(last)) return undefined
    hours.delete(last)
  }
  const state = make()
  hours.set(hour, state)
  return state
}

/** Folds the hours of another state in. */
export function mergeHours<State>(
  into: Map<number, State>,
  from: ReadonlyMap<number, State>,
  make: () => State,
  merge: (into: State, from: State) => void,
): void {
  for (const [hour, state] of from) {
    const own = ofHour(into, hour, make)
    if (own !== undefined) merge(own, state)
  }
}

/** The states in the order of time. */
export function hoursInOrder<State>(hours: ReadonlyMap<number, State>): State[] {
  return [...hours].sort(([a], [b]) => a - b).map(([, state]) => state)
}

const ranks = new Map<number, number>()

function rank(hour: number): number {
  const known = ranks.get(hour)
  if (known !== undefined) return known
  const value = textHash(`hour ${hour}`)
  if (ranks.size < 100_000) ranks.set(hour, value)
  return value
}
