/** Gives back the memory of vectors that are done with. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes of vectors that may wait for the collector. */
const mostBytes = 1 << 22

let collect: ((options: { type: 'minor' }) => void) | undefined

/**
 * Vectors lie outside of the heap and are freed with the small objects that stand for them. The collector sees only those, and would
 * let hundreds of megabytes wait; so it is called for every few of them. A call costs about a millisecond.
 */
export class VectorMemory {
  #waiting = 0

  /** Counts vectors that nobody needs any more. */
  release(bytes: number): void {
    this.#waiting += bytes
    if (this.#waiting < mostBytes) return
    this.#waiting = 0
    if (collect === undefined) {
      setFlagsFromString('--expose-gc')
      collect = runInNewContext('gc') as typeof collect
    }
    collect?.({ type: 'minor' })
  }
}
