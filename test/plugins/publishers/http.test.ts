import { describe, expect, test } from 'vitest'
import { send } from '../../../plugins/publishers/http.ts'
import { openTarget, type Text } from '../../../plugins/publishers/target.ts'
import { messageOf, nobody, serve } from './server.ts'

const message = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'Größe\n' } as const
const limits = { timeoutSeconds: 5, retries: 1 }
const never = new AbortController().signal

function sendTo(url: Text, change: { timeoutSeconds?: number; retries?: number } = {}, signal = never) {
  const target = openTarget(url, {}, { secret: () => undefined })
  return send(target, message, { ...limits, ...change }, signal)
}

test('a message arrives once, and its reply comes back', async () => {
  const server = await serve((response) => response.end('thank you'))
  expect(await sendTo(`${server.url}/in?a=1#part`)).toBe('thank you')
  const [{ method, url, headers, body }] = server.received as [(typeof server.received)[0]]
  expect({ method, url, body, count: server.received.length }).toEqual({
    method: 'POST',
    url: '/in?a=1',
    body: message.body,
    count: 1,
  })
  expect(headers).toMatchObject({ 'content-type': 'text/plain', 'content-length': '8', 'user-agent': 'byom' })
})

describe('what may pass is tried again, with the same body', () => {
  test.each([408, 500, 503, 599])('status %i', async (status) => {
    const server = await serve((response, n) => response.writeHead(n === 1 ? status : 204).end())
    expect(await sendTo(server.url)).toBe('')
    expect(server.received.map(({ body }) => body)).toEqual([message.body, message.body])
  })

  test('429 with Retry-After', async () => {
    const server = await serve((response, n) =>
      n === 1 ? response.writeHead(429, { 'retry-after': '1' }).end() : response.end('ok'),
    )
    expect(await sendTo(server.url)).toBe('ok')
  })

  test('a connection that breaks', async () => {
    const server = await serve((response, n) => (n === 1 ? response.destroy() : response.end('ok')))
    expect(await sendTo(server.url)).toBe('ok')
    expect(server.received).toHaveLength(2)
  })

  test('no answer in time', async () => {
    const server = await serve(() => {})
    const text = await messageOf(sendTo(`${server.url}/slow`, { timeoutSeconds: 0.1 }))
    expect(text).toContain(`POST ${server.url}/slow: `)
    expect(text).toMatch(/timeout.* \(attempts: 2, last status: none\)$/i)
    expect(server.received).toHaveLength(2)
  })

  test('nobody there', async () => {
    const url = await nobody()
    const text = await messageOf(sendTo(url))
    expect(text).toContain(`POST ${url}/: `)
    expect(text).toContain('ECONNREFUSED')
    expect(text).toContain('(attempts: 2, last status: none)')
  })

  test('until the retries are used up; the last status stays known', async () => {
    const server = await serve((response, n) =>
      n === 1 ? response.writeHead(503).end('busy') : response.destroy(),
    )
    const text = await messageOf(sendTo(server.url))
    expect(text).toMatch(/\(attempts: 2, last status: 503, reply: busy\)$/)
    expect(server.received).toHaveLength(2)
  })
})

describe('what cannot pass is not', () => {
  test.each([400, 401, 404, 413])('status %i', async (status) => {
    const server = await serve((response) => response.writeHead(status).end('no\r\n\u001b[31msuch\tthing'))
    expect(await messageOf(sendTo(server.url))).toBe(
      `POST ${server.url}/: refused (attempts: 1, last status: ${status}, reply: no [31msuch thing)`,
    )
    expect(server.received).toHaveLength(1)
  })

  test('TLS with a server that has none', async () => {
    const server = await serve()
    const text = await messageOf(sendTo(server.url.replace('http:', 'https:'), { retries: 3 }))
    expect(text).toMatch(/\(attempts: 1, last status: none\)$/)
  })

  test('a header that HTTP cannot hold', async () => {
    const server = await serve()
    const target = openTarget(server.url, { headers: { 'transfer-encoding': 'odd' } }, { secret: () => '' })
    expect(await messageOf(send(target, message, limits, never))).toMatch(
      /invalid transfer-encoding header.* \(attempts: 1, /,
    )
    expect(server.received).toEqual([])
  })
})

describe.each([301, 302, 303, 307, 308])('a redirect with status %i is not followed', (status) => {
  test('to another host', async () => {
    const other = await serve()
    const location = `${other.url.replace('http://', 'http://ann:passw0rd@')}/there?token=hidden`
    const server = await serve((response) => response.writeHead(status, { location }).end())
    expect(await messageOf(sendTo(server.url))).toBe(
      `POST ${server.url}/: answered with a redirect to ${other.url}/there?…, which is not followed (attempts: 1, last status: ${status})`,
    )
    expect(other.received).toEqual([])
    expect(server.received).toHaveLength(1)
  })
})

describe('a reply is read as far as it matters', () => {
  test.each([200, 400])('one without an end, status %i', async (status) => {
    let closed = 0
    const server = await serve((response) => {
      response.writeHead(status)
      response.on('close', () => closed++)
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      }
      response.on('drain', more)
      more()
    })
    if (status === 200) expect(await sendTo(server.url)).toBe('x'.repeat(65_536))
    else expect(await messageOf(sendTo(server.url))).toMatch(/reply: x{200}\)$/)
    await expect.poll(() => closed).toBe(1)
  })

  test.each([200, 400])('one that stops in the middle, status %i', async (status) => {
    const server = await serve((response) => response.writeHead(status).write('half'))
    const sent = sendTo(server.url, { timeoutSeconds: 0.1 })
    if (status === 200) expect(await sent).toBe('half')
    else expect(await messageOf(sent)).toMatch(/reply: half\)$/)
    expect(server.received).toHaveLength(1)
  })

  test('one that drips', async () => {
    const server = await serve((response) => {
      response.writeHead(400)
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    })
    expect(await messageOf(sendTo(server.url, { timeoutSeconds: 0.1 }))).toMatch(/reply: \.+\)$/)
  })

  test('no character is cut in half', async () => {
    const server = await serve((response) => response.writeHead(400).end(`x${'😀'.repeat(300)}`))
    const text = await messageOf(sendTo(server.url))
    expect(text.isWellFormed()).toBe(true)
  })
})

describe('a stop ends it at once', () => {
  const stop = () => {
    const controller = new AbortController()
    return { signal: controller.signal, now: () => controller.abort(new Error('time is up')) }
  }

  test('before the first attempt', async () => {
    const server = await serve()
    const { signal, now } = stop()
    now()
    expect(await messageOf(sendTo(server.url, {}, signal))).toBe(
      `POST ${server.url}/: stopped (time is up) (attempts: 0, last status: none)`,
    )
    expect(server.received).toEqual([])
  })

  test('in the middle of a request', async () => {
    const server = await serve(() => {})
    const { signal, now } = stop()
    const text = messageOf(sendTo(server.url, { timeoutSeconds: 600, retries: 10 }, signal))
    await server.arrived(1)
    now()
    expect(await text).toBe(`POST ${server.url}/: stopped (time is up) (attempts: 1, last status: none)`)
    expect(server.received).toHaveLength(1)
  })

  test('in the middle of a reply', async () => {
    const server = await serve((response) => response.writeHead(500).write('half'))
    const { signal, now } = stop()
    const text = messageOf(sendTo(server.url, { timeoutSeconds: 600 }, signal))
    await server.arrived(1)
    now()
    expect(await text).toMatch(/: stopped \(time is up\) \(attempts: 1, /)
  })

  test('while waiting for the next attempt', async () => {
    const server = await serve((response) => response.writeHead(429, { 'retry-after': '600' }).end('later'))
    const { signal, now } = stop()
    const text = messageOf(sendTo(server.url, {}, signal))
    await server.arrived(1)
    setTimeout(now, 100)
    expect(await text).toMatch(/: stopped \(time is up\) \(attempts: 1, last status: 429, reply: later\)$/)
    expect(server.received).toHaveLength(1)
  })
})

describe('no message shows credentials', () => {
  const secrets = { HOOK: '', TOKEN: 'Bearer s3cret-token-1' }
  const words = ['ann', 's3cret-token-1', 'p@ss word', 'p%40ss', 'B0000', 'xyz-query', 'tenant-key']
  const basic = Buffer.from('anna-user:p@ss word').toString('base64')

  test.each([
    ['in the URL', (url: string) => url],
    ['in an environment variable', () => ({ environment: 'HOOK' })],
  ])('%s, even when the server repeats all it was sent', async (_, addressOf) => {
    const server = await serve((response, _, { url, headers }) =>
      response.writeHead(400).end(`${headers.authorization} ${headers['x-key']} ${url} anna-user p@ss word`),
    )
    const full = `${server.url.replace('//', '//anna-user:p%40ss%20word@')}/T0000/B0000?token=xyz-query`
    const host = { secret: (name: string) => ({ ...secrets, HOOK: full })[name] }
    const headers = { 'X-Key': 'tenant-key' }
    const target = openTarget(addressOf(full), { headers }, host)
    const text = await messageOf(send(target, message, limits, never))
    expect(server.received[0]!.headers).toMatchObject({
      authorization: `Basic ${basic}`,
      'x-key': 'tenant-key',
    })
    for (const word of [...words.slice(1), 'anna-user', basic, 'password'])
      if (!(word === 'B0000' && typeof addressOf(full) === 'string')) expect(text).not.toContain(word)
    expect(text).toContain(`POST ${server.url}`)
    expect(text).toContain('***')
  })

  test('nor when nobody answers', async () => {
    const url = await nobody()
    const text = await messageOf(sendTo(`${url.replace('//', '//ann:passw0rd@')}/?key=hidden`))
    expect(text).toContain(`POST ${url}/?…: `)
    expect(text).not.toMatch(/ann|passw0rd|hidden/)
  })
})
