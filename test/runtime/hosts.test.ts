import { connect, createServer, type Server, type Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { followLeader, leadHosts } from '../../runtime/hosts.ts'

const never = new AbortController().signal
const quick = 1000

/** A leader whose connections can be counted and cut. */
async function leader(port = 0): Promise<{ server: Server; port: number; sockets: Socket[] }> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => {}))
  })
  await new Promise<void>((resolve) => server.listen(port, resolve))
  return { server, port: (server.address() as { port: number }).port, sockets }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe('following the leader', () => {
  test.each(['end', 'resetAndDestroy'] as const)('until its connection closes (%s)', async (how) => {
    const { server, port, sockets } = await leader()
    let ended = false
    const following = followLeader('127.0.0.1', never, port, quick).finally(() => (ended = true))
    await until(() => sockets.length === 1)
    // Longer than the patience for a leader that is not there yet.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(ended).toBe(false)
    sockets[0]![how]()
    expect(await following).toBe('gone')
    server.close()
  })

  test('that starts later', async () => {
    const first = await leader()
    first.server.close()
    const following = followLeader('127.0.0.1', never, first.port, quick)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const { server, sockets } = await leader(first.port)
    await until(() => sockets.length === 1)
    sockets[0]!.end()
    expect(await following).toBe('gone')
    server.close()
  })

  test('that never comes, or whose name is unknown, ends the patience', async () => {
    const { server, port } = await leader()
    server.close()
    expect(await followLeader('127.0.0.1', never, port, 200)).toBe('never seen')
    expect(await followLeader('host.invalid', never, port, 100)).toBe('never seen')
  })

  test('ends with the signal, connected or not', async () => {
    const { server, port, sockets } = await leader()
    const stop = new AbortController()
    const following = followLeader('127.0.0.1', stop.signal, port, quick)
    await until(() => sockets.length === 1)
    stop.abort('SIGTERM')
    await expect(following).rejects.toBe('SIGTERM')
    server.close()
    const other = new AbortController()
    const seeking = followLeader('host.invalid', other.signal, port, 60_000)
    setTimeout(() => other.abort('SIGINT'), 50)
    await expect(seeking).rejects.toBe('SIGINT')
  })
})

describe('leading', () => {
  /** A port that nobody has. */
  const free = async () => {
    const { server, port } = await leader()
    await new Promise((resolve) => server.close(resolve))
    return port
  }

  test('holds the port on the address of its own name only', async () => {
    const port = await free()
    expect(await leadHosts('127.0.0.7', 1, port, 0)).toMatchObject({ problem: undefined })
    const { server: beside } = await leaderOn('127.0.0.8', port)
    beside.close()
    await expect(leaderOn('127.0.0.7', port)).rejects.toThrow('EADDRINUSE')
  })

  test('on every address when its name is unknown', async () => {
    const port = await free()
    expect(await leadHosts('host.invalid', 1, port, 0)).toMatchObject({ problem: undefined })
    await expect(leaderOn('127.0.0.9', port)).rejects.toThrow('EADDRINUSE')
  })

  test('a second time on the same port says why nobody will see it, and waits for nobody', async () => {
    const { server, port } = await leader()
    const { problem, met } = await leadHosts('127.0.0.1', 1, port, 60_000)
    expect(problem).toContain('EADDRINUSE')
    await met
    server.close()
  })

  test('is met when every other host has come, however often each comes', async () => {
    const port = await free()
    const { met } = await leadHosts('127.0.0.1', 2, port, 60_000)
    let done = false
    void met.then(() => (done = true))
    const visit = (localAddress: string) =>
      new Promise<void>((resolve) => {
        const socket = connect({ port, host: '127.0.0.1', localAddress }, () => {
          socket.destroy()
          resolve()
        })
      })
    for (const from of ['127.0.0.2', '127.0.0.2']) await visit(from)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(done).toBe(false)
    await visit('127.0.0.3')
    await met
  })

  test('does not wait longer than it may for hosts that never come', async () => {
    const { met } = await leadHosts('127.0.0.1', 1, await free(), 50)
    await met
  })
})

async function leaderOn(host: string, port: number): Promise<{ server: Server }> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, host, resolve)
  })
  return { server }
}
