import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { enter, leave, showCalls, Watcher, watchMemory } from '../../runtime/watch.ts'

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
