/** A few event ids of the records that something was said of, the same however the input is split. */

/** At most five, by ascending hash. Plain data. */
export type Examples = { hash: number; id: string }[]

const most = 5

/** Notes a record; `id` is asked for only when it stays. */
export function noteExample(examples: Examples, hash: number, id: () => string): void {
  if (examples.length >= most && hash >= examples[most - 1]!.hash) return
  insert(examples, { hash, id: id() })
}

/** Folds others in. */
export function mergeExamples(into: Examples, from: Examples): void {
  for (const example of from) insert(into, { ...example })
}

function insert(examples: Examples, example: Examples[number]): void {
  examples.push(example)
  examples.sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  if (examples.length > most) examples.length = most
}
