/** A correct plugin to break: every broken one changes one thing of it. */
import {
  type Analyzer,
  type Batch,
  definePlugin,
  type Logger,
  type Plugin,
  type Publisher,
  type Sampler,
} from '../../runtime/plugin.ts'

export interface State {
  rows: number
  /** Length of the longest text by column. */
  readonly longest: Map<string, number>
}

export type Length<S extends State> = Analyzer<object, S, { custom: Summary }, { custom: Summary }>

type Summary = { rows: number; longest: { [column: string]: number } }

const none = { type: 'object', properties: {}, additionalProperties: false } as const

const length: Length<State> = {
  name: 'length',
  version: 1,
  description: 'Longest text of every column.',
  options: none,
  exactness: 'exact',
  init: () => ({ rows: 0, longest: new Map() }),
  update(state, batch) {
    state.rows += batch.length
    for (const column of batch.columns)
      for (let row = 0; row < batch.length; row++)
        state.longest.set(column.name, Math.max(state.longest.get(column.name) ?? 0, column.textLength(row)))
  },
  merge(into, from) {
    into.rows += from.rows
    for (const [name, size] of from.longest)
      into.longest.set(name, Math.max(into.longest.get(name) ?? 0, size))
  },
  summarize: ({ rows, longest }) => ({ custom: { rows, longest: Object.fromEntries([...longest].sort()) } }),
  suggest: ({ custom }) => ({ custom: structuredClone(custom) }),
  check: ({ custom }, { constraints }) => {
    const limits = new Map(Object.entries(constraints?.custom?.longest ?? {}))
    return Object.entries(custom.longest).map(([feature, value]) => {
      const threshold = 2 * (limits.get(feature) ?? value) + 10
      const description = `The longest text has ${value} bytes, expected at most ${threshold}`
      return { feature, check: 'length_check', value, threshold, violated: value > threshold, description }
    })
  },
  metrics: ({ custom }) => [{ name: 'length_rows', value: custom.rows }],
}

/** A number in [0, 1) that depends on what a row is only. */
export function chance(batch: Batch, row: number): number {
  const text = batch.eventId(row) ?? batch.columns.map((column) => column.text(row)).join('\n')
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) / 2 ** 32
}

const half: Sampler<{ share: number }> = {
  name: 'half',
  description: 'Keeps a share of the rows.',
  options: {
    type: 'object',
    properties: { share: { type: 'number', minimum: 0, maximum: 1, default: 0.5 } },
    additionalProperties: false,
  },
  keep(batch, mask, { share }) {
    for (let row = 0; row < batch.length; row++) if (chance(batch, row) < share) mask[row] = 1
  },
}

const lines: Logger = {
  name: 'lines',
  description: 'Prints the messages alone.',
  options: none,
  open: (_, { print }) => ({ write: ({ message }) => print('stdout', `${message}\n`) }),
}

const post: Publisher<{ url: string }> = {
  name: 'post',
  description: 'Sends the exit message to an address.',
  options: {
    type: 'object',
    required: ['url'],
    properties: { url: { type: 'string' } },
    additionalProperties: false,
  },
  async publish({ message }, { url }, { signal, secret }) {
    const headers = { authorization: secret('TOKEN') ?? '' }
    const { status } = await fetch(url, { method: 'POST', body: message, headers, signal })
    if (status !== 200) throw new Error(`${url} answered ${status}`)
  },
}

function plugin(parts: Partial<Plugin>): Plugin {
  return definePlugin({
    name: 'sample',
    version: '1.0.0',
    apiVersion: 1,
    description: 'A plugin for the tests of the kit.',
    ...parts,
  })
}

/** The correct analyzer with something else in places. */
export function analyzer<S extends State>(changed: (correct: Length<State>) => Partial<Length<S>>): Plugin {
  return plugin({ analyzers: [{ ...length, ...changed(length) }] })
}

/** The correct sampler with something else in places. */
export function sampler(changed: Partial<Sampler<{ share: number }>>): Plugin {
  return plugin({ samplers: [{ ...half, ...changed }] })
}

/** The correct logger with another way to open. */
export function logger(open: Logger['open']): Plugin {
  return plugin({ loggers: [{ ...lines, open }] })
}

/** The correct publisher with another way to publish. */
export function publisher(publish: Publisher<{ url: string }>['publish']): Plugin {
  return plugin({ publishers: [{ ...post, publish }] })
}

export default plugin({ analyzers: [length], samplers: [half], loggers: [lines], publishers: [post] })
