import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import {
  callGoesOn,
  enter,
  leave,
  showCalls,
  stopLibraries,
  uninterrupted,
  Watcher,
  watchMemory,
} from '../../runtime/watch.ts'

test('a call that lasts is told from calls that follow each other', () => {
  const memory = watchMemory()
  const watcher = new Watcher(memory)
  expect(watcher.look(0, 100)).toBeUndefined()
  showCalls(memory)
  enter(3)
  expect(watcher.look(1000, 100)).toBeUndefined()
  expect(watcher.look(1099, 100)).toBeUndefined()
  expect(watcher.look(1100, 100)).toBe(3)
  leave()
  expect(watcher.look(1200, 100)).toBeUndefined()
  enter(4)
  leave()
  enter(4)
  expect(watcher.look(1300, 100)).toBeUndefined()
  leave()
  enter(5)
  expect(watcher.look(1400, 100)).toBeUndefined()
  expect(watcher.look(1500, 100)).toBe(5)
  leave()
})

test('another thread that never returns is seen', async () => {
  const memory = watchMemory()
  const watcher = new Watcher(memory)
  const module = new URL('../../runtime/watch.ts', import.meta.url).href
  const code = `import(${JSON.stringify(module)}).then(({ showCalls, enter }) => {
    const { workerData } = require('node:worker_threads'); showCalls(workerData); enter(1); for (;;) {} })`
  const worker = new Worker(code, { eval: true, workerData: memory })
  let found: number | undefined
  for (let time = 0; found === undefined && time < 100_000; time += 100) {
    await new Promise((done) => setTimeout(done, 10))
    found = watcher.look(time, 300)
  }
  await worker.terminate()
  expect(found).toBe(1)
})

describe('calls into libraries', () => {
  test('go on to their end, and none begins when the run is stopped', async () => {
    const memory = watchMemory()
    const first = Promise.withResolvers<string>()
    const running = uninterrupted(memory, () => first.promise)
    expect(stopLibraries(memory)).toBe(true)
    let begun = false
    const late = uninterrupted(memory, async () => {
      begun = true
      return 'late'
    })
    first.resolve('first')
    expect(await running).toBe('first')
    expect(stopLibraries(memory)).toBe(false)
    expect(await Promise.race([late, pause(50, 'never')])).toBe('never')
    expect(begun).toBe(false)
  })

  test('that fail are over too, and without anybody who looks they just run', async () => {
    const memory = watchMemory()
    const failing = uninterrupted(memory, () => Promise.reject(new Error('refused')))
    await expect(failing).rejects.toThrow('refused')
    expect(stopLibraries(memory)).toBe(false)
    expect(await uninterrupted(undefined, async () => 1)).toBe(1)
  })
})

test('a call that goes on is none that hangs', () => {
  const memory = watchMemory()
  showCalls(memory)
  const watcher = new Watcher(memory)
  enter(4)
  expect(watcher.look(0, 100)).toBeUndefined()
  expect(watcher.look(90, 100)).toBeUndefined()
  callGoesOn()
  expect(watcher.look(150, 100)).toBeUndefined()
  expect(watcher.look(240, 100)).toBeUndefined()
  expect(watcher.look(250, 100)).toBe(4)
  leave()
  expect(watcher.look(900, 100)).toBeUndefined()
})
