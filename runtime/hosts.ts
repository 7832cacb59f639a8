/**
 * Several hosts of one job without shared storage: the leader does the work, the others stay until it has ended, because some
 * runners end all hosts with the first one. A connection on the private network tells them: it closes with the leader's process.
 */
import { createServer, connect as open, type Socket } from 'node:net'

/** Port of the leader. Nothing is sent; what comes in is dropped. */
export const leaderPort = 47_630

/** How waiting for the leader ended. */
export type LeaderEnd =
  /** It was there, and its process has ended. */
  | 'gone'
  /** It could not be reached in time: it has ended already, or hosts cannot reach each other. */
  | 'never seen'

/** The leader's side. */
export interface Leading {
  /** Why the other hosts cannot see us; undefined when they can. */
  readonly problem: string | undefined
  /** Resolved when every other host has seen us, or after the leader's {@link patience}. Never rejects. */
  readonly met: Promise<void>
}

/** Milliseconds. */
export const patience = {
  /** A leader with little to do stays this long, from its beginning, for the others to see it. */
  leader: 5000,
  /** Names and addresses of the other hosts may take this long to appear. */
  follower: 30_000,
  /** Between two attempts. */
  between: 250,
}

/**
 * Lets the other hosts see that the leader is at work. The process may end at any time; the port does not keep it.
 * @param host the leader's own name: the port is open on that address only, or on all when the name means none of ours
 * @param others number of hosts that may come
 */
export async function leadHosts(
  host: string,
  others: number,
  port = leaderPort,
  wait = patience.leader,
): Promise<Leading> {
  const met = Promise.withResolvers<void>()
  const seen = new Set<string | undefined>()
  const meet = (socket: Socket) => {
    socket.on('error', () => {})
    socket.unref()
    socket.resume()
    if (seen.add(socket.remoteAddress).size >= others) met.resolve()
  }
  let problem = await listen(meet, port, host)
  if (problem !== undefined) problem = await listen(meet, port)
  if (problem !== undefined) met.resolve()
  // Keeps the process, when somebody waits for it.
  const timer = setTimeout(() => met.resolve(), wait)
  void met.promise.then(() => clearTimeout(timer))
  return { problem, met: met.promise }
}

function listen(meet: (socket: Socket) => void, port: number, host?: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer(meet)
    server.on('error', (error) => resolve(error.message))
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => resolve(undefined))
    server.unref()
  })
}

/**
 * Waits until the leader's process has ended.
 * @param wait milliseconds that it may take to appear
 * @throws the signal's reason when it is aborted
 */
export async function followLeader(
  host: string,
  signal: AbortSignal,
  port = leaderPort,
  wait = patience.follower,
): Promise<LeaderEnd> {
  const late = AbortSignal.timeout(wait)
  while (!late.aborted) {
    signal.throwIfAborted()
    if (await connection(host, port, signal, late)) return 'gone'
    await pause(patience.between, signal)
  }
  signal.throwIfAborted()
  return 'never seen'
}

/**
 * True when there was a connection, after it has closed.
 * @param late ends attempts, not connections
 */
function connection(host: string, port: number, signal: AbortSignal, late: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let seen = false
    const socket = open({ host, port, keepAlive: true, keepAliveInitialDelay: 10_000 })
    const end = () => socket.destroy()
    signal.addEventListener('abort', end, { once: true })
    late.addEventListener('abort', end, { once: true })
    socket.on('connect', () => {
      seen = true
      late.removeEventListener('abort', end)
      socket.resume()
    })
    // A refused, reset or unnamed host: the close that follows says all.
    socket.on('error', () => {})
    socket.on('close', () => {
      signal.removeEventListener('abort', end)
      late.removeEventListener('abort', end)
      if (signal.aborted) reject(signal.reason)
      else resolve(seen)
    })
  })
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end, { once: true })
  })
}
