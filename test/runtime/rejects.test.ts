import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  listRejects,
  mergeRejects,
  type RejectCode,
  type Rejects,
  reject,
  rejectedRecords,
  rejectTable,
} from '../../runtime/rejects.ts'

const codes = Object.keys(rejectTable) as RejectCode[]
const example = (record: number) => ({ file: 'f', record, detail: String(record) })

function rejectsOf(found: readonly RejectCode[], from = 0): Rejects {
  const rejects: Rejects = new Map()
  for (const [i, code] of found.entries()) reject(rejects, code, () => example(from + i))
  return rejects
}

test('counts all, keeps the first thousand examples, making no others, and shows five', () => {
  let made = 0
  const rejects: Rejects = new Map()
  for (let i = 0; i < 1200; i++)
    reject(rejects, 'NOT_JSON', () => {
      made++
      return example(i)
    })
  const { count, examples } = rejects.get('NOT_JSON')!
  expect([count, examples.length, made]).toEqual([1200, 1000, 1000])
  expect(examples[999]).toEqual(example(999))
  expect(listRejects(rejects)[0]!.examples).toEqual([0, 1, 2, 3, 4].map(example))
})

test('merged parts say what the whole says, however it is split', () => {
  const list = fc.array(fc.constantFrom(...codes), { maxLength: 60 })
  fc.assert(
    fc.property(list, fc.nat(60), fc.nat(60), (found, a, b) => {
      const cuts = [0, Math.min(a, b, found.length), Math.min(Math.max(a, b), found.length), found.length]
      const parts = [0, 1, 2].map((i) => rejectsOf(found.slice(cuts[i], cuts[i + 1]), cuts[i]))
      const untouched = structuredClone(parts)
      const left: Rejects = new Map()
      for (const part of parts) mergeRejects(left, part)
      expect(listRejects(left)).toEqual(listRejects(rejectsOf(found)))
      expect(parts).toEqual(untouched)
    }),
  )
})

test('lists in the order of the table, and counts the records that were rejected as a whole', () => {
  const rejects = rejectsOf([...codes, ...codes].reverse())
  expect(listRejects(rejects).map(({ code }) => code)).toEqual(codes)
  const whole = codes.filter((code) => rejectTable[code].effect === 'record rejected')
  expect(whole.length).toBeGreaterThan(0)
  expect(rejectedRecords(rejects)).toBe(2 * whole.length)
  expect(rejectedRecords(new Map())).toBe(0)
})
