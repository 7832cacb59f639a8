/** Seeded randomness, and changes of bytes that tend to upset a parser. */

/** The same numbers for the same seed, on any machine. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number from 0 to below `limit` (mulberry32). */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit)
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T
  }
}

const tokens = [
  ...['"', '""', ',', '\n', '\r\n', '\r', '\\', '\\"', '\\u00', '\\ud800', '{', '}', '[', ']', ':', '\u0000'],
  ...[
    '\ufeff',
    'é',
    '😀',
    'null',
    'true',
    '-0',
    '1e999',
    '1.',
    '0x',
    ' ',
    '{"a":',
    '[[',
    '"a":1,',
    '=',
    ';',
    'NaN',
  ],
  ...[
    'CSV',
    'JSON',
    'BASE64',
    '"data":""',
    '"encoding":null',
    '"captureData":{}',
    '9'.repeat(400),
    ' '.repeat(300),
  ],
].map((token) => Buffer.from(token))
const bytes = [0, 9, 10, 13, 32, 34, 44, 45, 46, 48, 91, 92, 93, 123, 125, 127, 128, 0xc3, 0xed, 0xef, 0xff]
const maxBytes = 20_000

/** A copy of one of the seeds with a few random changes. */
export function mutate(seeds: readonly Buffer[], random: Random): Buffer {
  let content: Buffer = Buffer.from(random.pick(seeds))
  for (let changes = random.below(8); changes > 0; changes--) content = change(content, seeds, random)
  return content.subarray(0, maxBytes)
}

function change(content: Buffer, seeds: readonly Buffer[], random: Random): Buffer {
  const at = random.below(content.length + 1)
  const end = Math.min(content.length, at + random.below(random.pick([2, 20, 2000])))
  const splice = (...inserted: Buffer[]) =>
    Buffer.concat([content.subarray(0, at), ...inserted, content.subarray(end)])
  switch (random.below(8)) {
    case 0:
      if (at < content.length) content[at] = content[at]! ^ (1 << random.below(8))
      return content
    case 1:
      if (at < content.length) content[at] = random.pick(bytes)
      return content
    case 2:
      return splice()
    case 3:
      return splice(content.subarray(at, end), random.pick(tokens))
    case 4:
      return splice(content.subarray(at, end), ...Array(random.below(6)).fill(content.subarray(at, end)))
    case 5:
      return content.subarray(0, at)
    case 6: {
      const other = random.pick(seeds)
      const from = random.below(other.length + 1)
      return splice(other.subarray(from, from + random.below(500)))
    }
    default:
      return splice(random.pick(tokens))
  }
}
