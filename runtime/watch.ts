/**
 * Which analyzer each thread is running right now, in memory that another thread can read: code that never returns cannot
 * be asked, only looked at.
 */

/** Per thread: the number of the running analyzer plus one (0: none), and how many calls it has made. */
const words = 2
const mostThreads = 512

/** Behind them: whether the run is stopped, and how many calls into foreign libraries are going on. */
const stopWord = 1 + words * mostThreads
const libraryWord = stopWord + 1

let mine: Int32Array | undefined
let shown: SharedArrayBuffer | undefined

/** Memory for the calls of all threads of a run. */
export function watchMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(4 * (libraryWord + 1))
}

/** The memory in which this thread shows its calls, for threads that it starts; undefined: nobody looks. */
export function shownMemory(): SharedArrayBuffer | undefined {
  return shown
}

/**
 * Calls into a library that does not survive the end of its thread in the middle.
 * @param stopped what happens instead once the run is stopped; default: nothing, it never settles
 * @returns what `call` resolves to
 */
export async function uninterrupted<T>(
  memory: SharedArrayBuffer | undefined,
  call: () => Promise<T>,
  stopped: () => Promise<T> = () => new Promise<T>(() => {}),
): Promise<T> {
  if (memory === undefined) return call()
  const all = new Int32Array(memory)
  // First here, then a look at there: who stops the run does it the other way round.
  Atomics.add(all, libraryWord, 1)
  try {
    if (Atomics.load(all, stopWord) === 0) return await call()
  } finally {
    Atomics.sub(all, libraryWord, 1)
  }
  return stopped()
}

/**
 * Stops the run's calls into such libraries: none begins any more.
 * @returns whether one is still going on
 */
export function stopLibraries(memory: SharedArrayBuffer): boolean {
  const all = new Int32Array(memory)
  Atomics.store(all, stopWord, 1)
  return Atomics.load(all, libraryWord) > 0
}

/** Makes this thread's calls visible in that memory from now on. */
export function showCalls(memory: SharedArrayBuffer): void {
  shown = memory
  const place = Atomics.add(new Int32Array(memory, 0, 1), 0, 1) % mostThreads
  mine = new Int32Array(memory, 4 * (1 + words * place), words)
}

/** Says that this thread enters a method of an analyzer. */
export function enter(analyzer: number): void {
  if (mine === undefined) return
  Atomics.add(mine, 1, 1)
  Atomics.store(mine, 0, analyzer + 1)
}

/** Says that the call that this thread is in gets on: what it waits for is not its own doing. */
export function callGoesOn(): void {
  if (mine !== undefined) Atomics.add(mine, 1, 1)
}

/** Says that it has returned. */
export function leave(): void {
  if (mine !== undefined) Atomics.store(mine, 0, 0)
}

/** Notices calls that do not return. */
export class Watcher {
  readonly #memory: Int32Array
  /** Per thread the call seen last, and since when. */
  readonly #seen = new Map<number, { calls: number; since: number }>()

  constructor(memory: SharedArrayBuffer) {
    this.#memory = new Int32Array(memory)
  }

  /**
   * Looks once.
   * @param now milliseconds, of a clock that never goes back
   * @returns the number of an analyzer that has been in one call for `limit` milliseconds; undefined when there is none
   */
  look(now: number, limit: number): number | undefined {
    const threads = Math.min(Atomics.load(this.#memory, 0), mostThreads)
    for (let thread = 0; thread < threads; thread++) {
      const analyzer = Atomics.load(this.#memory, 1 + words * thread)
      const calls = Atomics.load(this.#memory, 2 + words * thread)
      const seen = this.#seen.get(thread)
      if (analyzer === 0 || seen?.calls !== calls) this.#seen.set(thread, { calls, since: now })
      else if (now - seen.since >= limit) return analyzer - 1
    }
    return undefined
  }
}
