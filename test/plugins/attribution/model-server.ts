/** A model container as the service describes it: GET /ping, POST /invocations. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ModelServer {
  readonly url: string
  /** Requests of each path so far. */
  readonly requests: { ping: number; invocations: number; rows: number }
  close(): Promise<void>
}

export interface Behaviour {
  /** Scores of a record's features. */
  readonly scores: (features: (number | string | null)[]) => number | number[]
  /** Status of the n-th invocation, from 1; 200 when absent. */
  readonly status?: (n: number) => number
  /** Pings that are refused before the model is up. */
  readonly pingsUntilUp?: number
  /** Milliseconds that an invocation takes. */
  readonly delay?: number
  readonly answer?: (text: string) => string
  /** Address of this machine that it listens on; 127.0.0.1 when absent. */
  readonly host?: string
}

/** Speaks JSON Lines (`{"features": [...]}` → `{"score": ...}`) and CSV. */
export async function serveModel({
  scores,
  status = () => 200,
  pingsUntilUp = 0,
  delay = 0,
  answer = (text) => text,
  host = '127.0.0.1',
}: Behaviour): Promise<ModelServer> {
  const requests = { ping: 0, invocations: 0, rows: 0 }
  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url === '/ping') {
      response.statusCode = ++requests.ping > pingsUntilUp ? 200 : 503
      response.end()
      return
    }
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      const code =
        request.method === 'POST' && request.url === '/invocations' ? status(++requests.invocations) : 404
      response.statusCode = code
      if (code !== 200) return response.end('no')
      const csv = request.headers['content-type']?.includes('csv')
      const lines = Buffer.concat(parts).toString().split('\n')
      requests.rows += lines.length
      const text = lines
        .map((line) => {
          if (csv) return [scores(line.split(',').map(Number))].flat().join(',')
          return JSON.stringify({ score: scores(JSON.parse(line).features) })
        })
        .join('\n')
      setTimeout(() => response.end(answer(text)), delay)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host}:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
