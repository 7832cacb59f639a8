/** The template of a plain capture record: one line of CSV a side, an id and an instant. */
import { Part, type Template } from './kernel/index.ts'
import { type Leaf, templateOf, type Variable } from './line-shape.ts'

/** Where a payload of each side may stand. */
const payloads = { endpointInput: 'input', endpointOutput: 'output', batchTransformOutput: 'output' } as const

type Side = 'input' | 'output'

/**
 * The template of a capture line; undefined when its payloads are not plain CSV, or it has no id or no instant: such lines are for
 * the decoder.
 * @param columns numbers of a side's columns, undefined when they are not in a row
 */
export function captureTemplate(
  bytes: Uint8Array,
  from: number,
  to: number,
  leaves: readonly Leaf[],
  columns: (side: Side) => { readonly first: number; readonly last: number } | undefined,
): Template | undefined {
  const textAt = (...path: string[]) => {
    const leaf = leaves.find((each) => each.path.join('\n') === path.join('\n'))
    return leaf?.string ? Buffer.from(bytes.subarray(leaf.start, leaf.end)).toString() : undefined
  }
  const taken = new Set<Side>()
  const variables: Variable[] = []
  for (const leaf of leaves) {
    const { path, string } = leaf
    if (!string) continue
    const side = sideOf(path)
    const kind =
      path.length === 2 && path[0] === 'eventMetadata' ? metadataKind(path[1], textAt) : Part.AnyString
    if (side === undefined && path[0] === 'captureData') {
      // Two outputs, or an encoding: what it says decides how the payload is read.
      if (path[2] === 'data') return undefined
      continue
    }
    if (side === undefined) {
      variables.push({ ...leaf, kind })
      continue
    }
    const range = columns(side)
    if (taken.has(side) || range === undefined || !isCsv(textAt, String(path[1]))) return undefined
    taken.add(side)
    variables.push({ ...leaf, kind: Part.Fields, ...range })
  }
  const has = (wanted: number) => variables.some(({ kind }) => kind === wanted)
  return taken.size > 0 && has(Part.Id) && has(Part.Time) ? templateOf(bytes, from, to, variables) : undefined
}

function sideOf(path: Leaf['path']): Side | undefined {
  const [data, payload, field] = path
  if (path.length !== 3 || data !== 'captureData' || field !== 'data') return undefined
  return Object.hasOwn(payloads, payload!) ? payloads[payload as keyof typeof payloads] : undefined
}

/** The id of a record is its event id, else its inference id. */
function metadataKind(key: string | number | undefined, textAt: (...path: string[]) => string | undefined) {
  if (key === 'inferenceTime') return Part.Time
  const id = textAt('eventMetadata', 'eventId') ? 'eventId' : 'inferenceId'
  return key === id ? Part.Id : Part.AnyString
}

/** True when the payload is CSV whatever it holds. */
function isCsv(textAt: (...path: string[]) => string | undefined, payload: string): boolean {
  const encoding = (textAt('captureData', payload, 'encoding') ?? '').toUpperCase()
  if (encoding === 'CSV') return true
  const type = (textAt('captureData', payload, 'observedContentType') ?? '').split(';')[0]!.toLowerCase()
  return (encoding === '' || encoding === 'NONE') && type.includes('csv') && !type.includes('json')
}
