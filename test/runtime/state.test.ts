import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MonitorError } from '../../runtime/errors.ts'
import type { TreeNode } from '../../runtime/merge-tree.ts'
import { formatState, fromJson, parseState, toJson } from '../../runtime/state.ts'
import type { UnitResult } from '../../runtime/unit.ts'

const bytes = (value: ArrayBufferView) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
const key = fc.oneof(fc.string(), fc.constantFrom('$', '__proto__', 'constructor', 'toString', '1', ''))
const arrays = [
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Uint16Array,
  Uint8Array,
  Int8Array,
  Int16Array,
]
const typed = fc
  .tuple(fc.constantFrom(...arrays), fc.array(fc.double(), { maxLength: 5 }), fc.nat(2))
  .map(([Type, values, offset]) => Type.from(values).subarray(Math.min(offset, values.length)))

const { plain } = fc.letrec<{ plain: unknown }>((tie) => ({
  plain: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.double(),
    fc.constantFrom(
      -0,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      null,
      undefined,
      true,
      false,
    ),
    fc.string({ unit: 'binary' }),
    typed,
    fc.array(tie('plain'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('plain')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
    fc.array(fc.tuple(tie('plain'), tie('plain')), { maxLength: 3 }).map((entries) => new Map(entries)),
    fc.array(tie('plain'), { maxLength: 3 }).map((values) => new Set(values)),
  ),
}))

const through = (value: unknown) => fromJson(JSON.parse(JSON.stringify(toJson(value))))

describe('plain data', () => {
  it('comes back from JSON as it was', () => {
    fc.assert(
      fc.property(plain, (value) => {
        // Node's comparison, because the test runner's is lost on an object with a key "constructor".
        expect(isDeepStrictEqual(through(value), value)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps every bit of its numbers', () => {
    const odd = new Float64Array(
      new BigUint64Array([0x7ff8000000000001n, 0xfff0000000000000n, 1n, 1n << 63n]).buffer,
    )
    expect(bytes(through(odd) as Float64Array)).toEqual(bytes(odd))
    fc.assert(fc.property(fc.double(), (x) => Object.is(through(x), x)))
  })

  it('keeps holes of arrays apart from null, and odd keys as keys', () => {
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested.
    expect(through([1, , null])).toEqual([1, undefined, null])
    const value = JSON.parse('{"__proto__":{"x":1},"$":"Map"}')
    const back = through(value) as object
    expect(Object.keys(back)).toEqual(['__proto__', '$'])
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype)
  })

  it.each<[string, unknown]>([
    ['Date', new Date(0)],
    ['RegExp', /x/],
    ['bigint', 1n],
    ['function', () => 1],
    ['symbol', Symbol('x')],
    ['BigInt64Array', new BigInt64Array(1)],
    ['DataView', new DataView(new ArrayBuffer(1))],
    ['Point', new (class Point {})()],
  ])('is not a %s', (name, value) => {
    expect(() => toJson([{ deep: new Map([['x', value]]) }])).toThrow(
      new TypeError(`a state holds a ${name}, which is not plain data`),
    )
  })

  it('of an unknown tag is refused', () => {
    for (const value of [{ $: 'Date' }, { $: 5 }, {}, { $: 'constructor' }])
      expect(() => fromJson(value)).toThrow(/unknown tag/)
  })
})

const plan = {
  version: 1 as const,
  id: 'a'.repeat(64),
  schema: { outputs: [], inputs: [] },
  files: [],
  units: [],
}
// State files hold whatever plain data a unit's result is.
const result = {
  columns: [{ name: '\ud800 é', kind: 'scalar', source: 'data' }],
  rows: 3,
  rejects: new Map([['NOT_JSON', { count: 1, examples: [] }]]),
  states: new Map([['x', { a: Float64Array.of(1, -0) }]]),
} as unknown as UnitResult
const nodes: TreeNode<UnitResult>[] = [
  { from: 0, to: 2, value: result },
  { from: 2, to: 3, value: { ...result, rows: 4 } },
]

describe('a state file', () => {
  const text = formatState(plan, '1.0.0', nodes)

  it('holds the nodes of its plan', () => {
    expect(parseState(text, 'f', plan, '1.0.0')).toStrictEqual(nodes)
  })

  const refused = (content: string, ...rest: [typeof plan?, string?]) => {
    try {
      parseState(content, 'the file', rest[0] ?? plan, rest[1] ?? '1.0.0')
    } catch (error) {
      expect(error).toBeInstanceOf(MonitorError)
      expect(error).toMatchObject({
        code: 'STATE_INCOMPATIBLE',
        message: expect.stringMatching(/^the file: /),
      })
      return (error as Error).message
    }
    return undefined
  }

  it('of another plan or version is refused', () => {
    expect(refused(text, { ...plan, id: 'b'.repeat(64) })).toContain(
      'plan aaaaaaaaaaaa, this is plan bbbbbbbbbbbb',
    )
    expect(refused(text, plan, '1.0.1')).toContain('version 1.0.0, this is 1.0.1')
  })

  it('that is no state file is refused', () => {
    for (const content of ['', 'x', '5', 'null', '[]', '{}', '{"format":"byom-state/2"}'])
      expect(refused(content)).toContain('not a state file')
  })

  it('that was cut off or changed anywhere is refused, or says what it said', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(127), (at, code) => {
        const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1)
        const cut = text.slice(0, at)
        expect(refused(cut)).toBeDefined()
        const message = refused(changed)
        if (message === undefined) expect(parseState(changed, 'f', plan, '1.0.0')).toStrictEqual(nodes)
      }),
      { numRuns: 2000 },
    )
  })

  it('whose data was changed by hand fails its checksum', () => {
    expect(refused(text.replace('"rows",4', '"rows",5'))).toContain('checksum')
  })
})
