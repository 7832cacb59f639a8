/** Any value → what JSON can hold. Handlers and plugins log what they like, and no entry may end a run. */

interface Copying {
  /** Characters that the copy may still have, about. */
  left: number
  readonly ancestors: object[]
}

const deepest = 8
// An event of CloudWatch Logs holds 256 KiB.
const mostCharacters = 200_000
const charactersPerValue = 20

/** A copy without circles, getters and odd types, bounded in depth and size; never throws. */
export function plain(value: unknown): unknown {
  return copy(value, { left: mostCharacters, ancestors: [] })
}

function copy(value: unknown, copying: Copying): unknown {
  copying.left -= charactersPerValue
  if (typeof value === 'string') return copyText(value, copying)
  if (typeof value !== 'object' || value === null) return copyScalar(value, copying)
  if (copying.ancestors.includes(value)) return '[circular]'
  if (copying.ancestors.length >= deepest) return '[deep]'
  copying.ancestors.push(value)
  try {
    return copyObject(value, copying)
  } catch {
    return '[unreadable]'
  } finally {
    copying.ancestors.pop()
  }
}

function copyText(text: string, copying: Copying): string {
  const room = Math.max(0, copying.left)
  copying.left -= text.length
  return text.length <= room ? text : `${text.slice(0, room)}[more]`
}

function copyScalar(value: unknown, copying: Copying): unknown {
  switch (typeof value) {
    case 'bigint':
    case 'symbol':
      return copyText(String(value), copying)
    case 'number':
      return Number.isFinite(value) ? value : String(value)
    case 'function':
      return '[function]'
    default:
      return value
  }
}

function copyObject(value: object, copying: Copying): unknown {
  if (value instanceof Error)
    return copyKeys(value, ['name', 'message', 'stack', ...Object.keys(value), 'cause'], copying)
  if (value instanceof Uint8Array || value instanceof ArrayBuffer || value instanceof DataView)
    return `[${value.byteLength} bytes]`
  if (value instanceof Map) return copyItems([...value], copying)
  if (Array.isArray(value) || value instanceof Set || ArrayBuffer.isView(value))
    return copyItems(value as Iterable<unknown>, copying)
  if ('toJSON' in value && typeof value.toJSON === 'function') return copy(value.toJSON(), copying)
  return copyKeys(value, Object.keys(value), copying)
}

function copyItems(items: Iterable<unknown>, copying: Copying): unknown[] {
  const copies: unknown[] = []
  for (const item of items) {
    if (copying.left <= 0) return [...copies, '[more]']
    copies.push(copy(item, copying))
  }
  return copies
}

function copyKeys(value: object, keys: readonly string[], copying: Copying): object {
  // Without a prototype `__proto__` is a key like any other.
  const copies: Record<string, unknown> = Object.create(null)
  for (const key of keys) {
    if (copying.left <= 0) return Object.assign(copies, { '…': '[more]' })
    copies[copyText(key, copying)] = copyProperty(value, key, copying)
  }
  return copies
}

function copyProperty(value: object, key: string, copying: Copying): unknown {
  let child: unknown
  try {
    child = (value as Record<string, unknown>)[key]
  } catch {
    return '[unreadable]'
  }
  return copy(child, copying)
}
