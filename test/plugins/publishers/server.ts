/** A real HTTP server on the loopback, which remembers what it was sent. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Server {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  readonly received: Received[]
  /** Resolves when that many requests have come in whole. */
  arrived(count: number): Promise<void>
}

/**
 * Starts a server that ends with the test.
 * @param answer what it does with the nth request, counted from 1; default: an empty 200
 */
export async function serve(
  answer: (response: ServerResponse, n: number, request: Received) => void = (response) => response.end(),
): Promise<Server> {
  const received: Received[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url = '', headers } = request
    received.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') })
    for (const { count, resolve } of waiting) if (received.length >= count) resolve()
    answer(response, received.length, received.at(-1)!)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    arrived: (count) =>
      received.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ count, resolve })),
  }
}

/** An address where nothing listens. */
export async function nobody(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

/** The message of what a promise rejects with. */
export async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => {
      throw new Error('it did not reject')
    },
    (error: unknown) => error,
  )
  return (error as Error).message
}
