/** Takes clocks and randomness away while a function runs, and says which of them it asked for. */

type Holder = Record<string, unknown>

const sources: readonly [string, Holder, string][] = [
  ['Date.now', Date as unknown as Holder, 'now'],
  ['Math.random', Math as unknown as Holder, 'random'],
  ['performance.now', performance as unknown as Holder, 'now'],
  ['crypto.randomUUID', crypto as unknown as Holder, 'randomUUID'],
  ['crypto.getRandomValues', crypto as unknown as Holder, 'getRandomValues'],
]

/**
 * Runs a synchronous function. Each of the sources throws when it is called, also a Date made of nothing; afterwards all
 * is as before. What the function throws does not matter. Functions that a module imported (of node:crypto, hrtime) are
 * out of reach: what they do to results shows as another result for the same rows.
 * @returns names of the sources that were called
 */
export function forbiddenCalls(run: () => void): Set<string> {
  const called = new Set<string>()
  const refuse = (name: string) => () => {
    called.add(name)
    throw new Error(`${name} is not there for plugins: results may depend on the data only`)
  }
  const restore = sources.map(([name, holder, key]) => replace(holder, key, refuse(name)))
  const RealDate = globalThis.Date
  const timeless = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      args.length === 0 ? refuse('new Date')() : Reflect.construct(target, args, newTarget),
    apply: refuse('Date'),
  })
  restore.push(replace(globalThis as unknown as Holder, 'Date', timeless))
  try {
    run()
  } catch {
    // Another check reports what goes wrong without a clock, too.
  } finally {
    for (const undo of restore) undo()
  }
  return called
}

function replace(holder: Holder, key: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(holder, key)
  Object.defineProperty(holder, key, { value, configurable: true, writable: true })
  return () => {
    if (own) Object.defineProperty(holder, key, own)
    else delete holder[key]
  }
}
