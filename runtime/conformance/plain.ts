/** Whether a value is plain data: what the host can ship between threads and machines, and store. */
import { stateArrays } from '../state.ts'
import type { Difference } from './compare.ts'

const views = new Set<unknown>(Object.values(stateArrays))

/** The first part of a state that is not plain data: where, what would be allowed, what is there. */
export function plainProblem(state: unknown): Difference | undefined {
  return visit(state, '$', [])
}

function visit(value: unknown, path: string, above: readonly unknown[]): Difference | undefined {
  const wrong = (found: string) => ({ path, expected: 'plain data', found })
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    return wrong(`a ${typeof value}`)
  if (typeof value !== 'object' || value === null) return undefined
  if (above.includes(value)) return wrong('an object that holds itself')
  const trail = [...above, value]
  if (ArrayBuffer.isView(value))
    return views.has(value.constructor) ? undefined : wrong(`a ${value.constructor.name}`)
  if (value instanceof Map || value instanceof Set) {
    for (const [key, inner] of value.entries()) {
      const problem =
        visit(key, `${path} key`, trail) ?? visit(inner, `${path}.get(${JSON.stringify(key)})`, trail)
      if (problem) return problem
    }
    return undefined
  }
  const list = Array.isArray(value)
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype && prototype !== Array.prototype)
    return wrong(`an object of class ${prototype.constructor?.name ?? 'unknown'}`)
  for (const key of Reflect.ownKeys(value)) {
    if (list && key === 'length') continue
    const descriptor = Object.getOwnPropertyDescriptor(value, key)!
    const where = `${path}.${String(key)}`
    if (typeof key === 'symbol' || !descriptor.enumerable || !('value' in descriptor))
      return { path: where, expected: 'plain data', found: 'a symbol, hidden property or accessor' }
    if (list && !/^\d+$/.test(key))
      return { path: where, expected: 'plain data', found: 'a property of a list' }
    const problem = visit(descriptor.value, where, trail)
    if (problem) return problem
  }
  return list && Object.keys(value).length !== value.length ? wrong('a list with holes') : undefined
}
