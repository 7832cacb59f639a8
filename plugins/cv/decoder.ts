/** Payloads → properties, at once: waits for the decoding thread, which is started when the first image comes. */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Job } from './decode.ts'
import type { Decoded } from './properties.ts'

/** Longest wait for one group of images, far above what they need. */
const patience = 60_000
/** Bytes of payloads that are handed over at a time. */
const groupBytes = 1 << 24

interface Thread {
  readonly port: MessagePort
  readonly signal: Int32Array
}

let thread: Thread | undefined

/**
 * What each payload is. Depends on the payloads alone.
 * @param maxPixels images of more are refused before they are decoded
 * @throws Error when the thread does not answer
 */
export function decodeAll(jobs: readonly Job[], maxPixels: number): Decoded[] {
  const decoded: Decoded[] = []
  for (let from = 0; from < jobs.length; ) {
    let to = from
    for (let bytes = 0; to < jobs.length && (to === from || bytes < groupBytes); to++)
      bytes += jobs[to]!.bytes.length
    decoded.push(...decodeGroup(jobs.slice(from, to), maxPixels))
    from = to
  }
  return decoded
}

function decodeGroup(jobs: readonly Job[], maxPixels: number): Decoded[] {
  thread ??= start()
  const { port, signal } = thread
  const before = Atomics.load(signal, 0)
  port.postMessage({ jobs, maxPixels })
  if (Atomics.wait(signal, 0, before, patience) === 'timed-out') {
    thread = undefined
    throw new Error(`the image decoder did not answer within ${patience / 1000} s`)
  }
  return receiveMessageOnPort(port)!.message as Decoded[]
}

function start(): Thread {
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const { port1, port2 } = new MessageChannel()
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./decode-thread.${extension}`, import.meta.url), {
    workerData: { port: port2, signal },
    transferList: [port2],
  })
  worker.unref()
  port1.unref()
  return { port: port1, signal }
}
