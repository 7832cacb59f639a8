/** The thread that decodes: analyzers are synchronous, the decoder is not. */
import { type MessagePort, workerData } from 'node:worker_threads'
import { decode, type Job } from './decode.ts'
import type { Decoded } from './properties.ts'

/** Images being decoded at a time. */
const lanes = 4

const { port, signal } = workerData as { port: MessagePort; signal: Int32Array }

port.on('message', async ({ jobs, maxPixels }: { jobs: readonly Job[]; maxPixels: number }) => {
  const decoded = new Array<Decoded>(jobs.length)
  let next = 0
  const lane = async () => {
    for (let i = next++; i < jobs.length; i = next++) decoded[i] = await decode(jobs[i]!, maxPixels)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  port.postMessage(decoded)
  Atomics.add(signal, 0, 1)
  Atomics.notify(signal, 0)
})
