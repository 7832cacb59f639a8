/** State files: what `partial` and `combine` write. Plain data as JSON, with typed arrays, maps and odd numbers tagged. */
import { createHash } from 'node:crypto'
import type { Plan, StateEnvelope } from '../contracts/types.generated.ts'
import { isStateEnvelope } from '../contracts/validators/state.generated.ts'
import { describe, MonitorError } from './errors.ts'
import type { TreeNode } from './merge-tree.ts'
import type { UnitResult } from './unit.ts'

/** Typed arrays that a state may hold, by name. */
export const stateArrays = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Uint16Array,
  Uint8Array,
  Int8Array,
  Int16Array,
} as const

/** Plain data → JSON values: `{"$": "Map", …}` and the like stand for what JSON does not have. */
export function toJson(value: unknown): unknown {
  if (typeof value === 'number' && !(Number.isFinite(value) && !Object.is(value, -0)))
    return { $: 'number', text: Object.is(value, -0) ? '-0' : String(value) }
  if (value === undefined) return { $: 'undefined' }
  if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol')
    throw new TypeError(`a state holds a ${typeof value}, which is not plain data`)
  if (value === null || typeof value !== 'object') return value
  // Not map, which passes over the holes of an array.
  if (Array.isArray(value)) return Array.from(value, (inner) => toJson(inner))
  if (value instanceof Map)
    return { $: 'Map', entries: [...value].map(([key, inner]) => [toJson(key), toJson(inner)]) }
  if (value instanceof Set) return { $: 'Set', values: [...value].map(toJson) }
  if (ArrayBuffer.isView(value)) {
    const type = value.constructor.name
    if (!Object.hasOwn(stateArrays, type))
      throw new TypeError(`a state holds a ${type}, which is not plain data`)
    return {
      $: type,
      base64: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64'),
    }
  }
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`a state holds a ${prototype.constructor?.name}, which is not plain data`)
  return { $: 'object', entries: Object.entries(value).map(([key, inner]) => [key, toJson(inner)]) }
}

/**
 * The inverse of {@link toJson}.
 * @throws TypeError for a tag that it does not know
 */
export function fromJson(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(fromJson)
  const tagged = value as {
    $?: unknown
    text?: string
    entries?: [unknown, unknown][]
    values?: unknown[]
    base64?: string
  }
  switch (tagged.$) {
    case 'number':
      return Number(tagged.text)
    case 'undefined':
      return undefined
    case 'Map':
      return new Map((tagged.entries ?? []).map(([key, inner]) => [fromJson(key), fromJson(inner)]))
    case 'Set':
      return new Set((tagged.values ?? []).map(fromJson))
    case 'object':
      return Object.fromEntries((tagged.entries ?? []).map(([key, inner]) => [key, fromJson(inner)]))
  }
  const type = tagged.$ as keyof typeof stateArrays
  if (typeof type !== 'string' || !Object.hasOwn(stateArrays, type))
    throw new TypeError(`unknown tag ${JSON.stringify(type)}`)
  // Copied, because a pooled buffer may not be aligned for the array's elements.
  return new stateArrays[type](Uint8Array.from(Buffer.from(tagged.base64 ?? '', 'base64')).buffer)
}

/** The text of a state file. */
export function formatState(plan: Plan, runtime: string, nodes: readonly TreeNode<UnitResult>[]): string {
  const list = nodes.map(({ from, to, value }) => ({ from, to, state: toJson(value) }))
  return JSON.stringify({
    format: 'byom-state/1',
    plan: plan.id,
    runtime,
    nodes: list,
    sha256: digest(list),
  } satisfies StateEnvelope)
}

/**
 * The nodes of a state file.
 * @param name for messages
 * @throws MonitorError STATE_INCOMPATIBLE when it is damaged, or of another plan or runtime version
 */
export function parseState(text: string, name: string, plan: Plan, runtime: string): TreeNode<UnitResult>[] {
  const refuse = (reason: string) => new MonitorError('STATE_INCOMPATIBLE', `${name}: ${reason}`)
  let envelope: unknown
  try {
    envelope = JSON.parse(text)
  } catch {
    throw refuse('it is not a state file, or was cut off: make it again with `byom partial`.')
  }
  if (!isStateEnvelope(envelope)) throw refuse('it is not a state file of this version.')
  if (envelope.sha256 !== digest(envelope.nodes))
    throw refuse('its checksum is wrong: it was damaged after it was written; make it again.')
  if (envelope.plan !== plan.id)
    throw refuse(
      `it belongs to plan ${envelope.plan.slice(0, 12)}, this is plan ${plan.id.slice(0, 12)}: make all states from the same plan file.`,
    )
  if (envelope.runtime !== runtime)
    throw refuse(
      `it was written by version ${envelope.runtime}, this is ${runtime}: use one version throughout.`,
    )
  try {
    return envelope.nodes.map(({ from, to, state }) => ({ from, to, value: fromJson(state) as UnitResult }))
  } catch (error) {
    throw refuse(`${describe(error)}: make it again with \`byom partial\`.`)
  }
}

function digest(nodes: unknown): string {
  return createHash('sha256').update(JSON.stringify(nodes)).digest('hex')
}
