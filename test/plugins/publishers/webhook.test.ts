import { createHmac, timingSafeEqual } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { webhook } from '../../../plugins/publishers/webhook.ts'
import { makeHost, publish, resultsWith, time, unixTime, violations } from './run.ts'
import { messageOf, type Received, serve } from './server.ts'

/** What the file's header tells a receiver to do. */
function isGenuine({ headers, body }: Received, secret: string): boolean {
  const match = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-byom-signature']))
  if (!match) return false
  const expected = createHmac('sha256', secret).update(`${match[1]}.`).update(Buffer.from(body)).digest()
  return timingSafeEqual(expected, Buffer.from(match[2]!, 'hex'))
}

test('the outcome arrives as JSON', async () => {
  const server = await serve()
  await publish(webhook, resultsWith(), { url: `${server.url}/hook` }, await makeHost())
  const [{ method, url, headers, body }] = server.received as [Received]
  expect([method, url, headers['content-type'], headers['x-byom-signature']]).toEqual([
    'POST',
    '/hook',
    'application/json',
    undefined,
  ])
  expect(JSON.parse(body)).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{32}$/),
    time,
    status: 'CompletedWithViolations',
    message: 'CompletedWithViolations: Job completed successfully with 2 violations.',
    job: {
      kind: 'monitoring',
      endpoint: 'churn',
      schedule: 'hourly',
      start_time: '2024-05-06T06:00:00Z',
      end_time: '2024-05-06T07:00:00Z',
    },
    violation_count: 2,
    violations: violations(2),
  })
})

describe('the signature', () => {
  const options = { secret: 'HOOK_SECRET' }
  const send = async (secret: string) => {
    const server = await serve()
    const host = await makeHost({ HOOK_SECRET: secret })
    await publish(webhook, resultsWith(), { ...options, url: server.url }, host)
    return server.received[0]!
  }

  test('holds for the bytes that were sent', async () => {
    const received = await send('key one')
    expect(isGenuine(received, 'key one')).toBe(true)
    expect(received.headers['x-byom-signature']).toMatch(new RegExp(`^t=${unixTime},`))
  })

  test('fails for another key, body or time', async () => {
    const received = await send('key one')
    const signature = String(received.headers['x-byom-signature'])
    const later = { 'x-byom-signature': signature.replace(`t=${unixTime}`, `t=${unixTime + 1}`) }
    expect(isGenuine(received, 'key two')).toBe(false)
    expect(
      isGenuine(
        { ...received, body: received.body.replace('"violation_count":2', '"violation_count":0') },
        'key one',
      ),
    ).toBe(false)
    expect(isGenuine({ ...received, headers: later }, 'key one')).toBe(false)
    expect(isGenuine({ ...received, headers: {} }, 'key one')).toBe(false)
  })

  test('is never left out because the variable is not set', async () => {
    const server = await serve()
    const published = publish(webhook, resultsWith(), { ...options, url: server.url }, await makeHost())
    expect(await messageOf(published)).toBe('the environment variable HOOK_SECRET is not set')
    expect(server.received).toEqual([])
  })

  test('cannot be replaced by a header of the options', async () => {
    const server = await serve()
    const given = { ...options, url: server.url, headers: { 'X-Byom-Signature': 'forged' } }
    await publish(webhook, resultsWith(), given, await makeHost({ HOOK_SECRET: 'key' }))
    expect(isGenuine(server.received[0]!, 'key')).toBe(true)
  })
})

test('the same results keep id and signature on every attempt, others do not', async () => {
  const server = await serve((response, n) => response.writeHead(n === 1 ? 500 : 200).end())
  const host = await makeHost({ KEY: 'key' })
  const options = { url: server.url, secret: 'KEY' }
  await publish(webhook, resultsWith(), options, host)
  await publish(webhook, resultsWith({ violations: violations(3) }), options, host)
  const ids = server.received.map(({ body }) => JSON.parse(body).id)
  expect(ids[0]).toBe(ids[1])
  expect(ids[2]).not.toBe(ids[1])
  expect(server.received[0]!.headers['x-byom-signature']).toBe(
    server.received[1]!.headers['x-byom-signature'],
  )
})

test.each([
  [999, 999],
  [1000, 1000],
  [1001, 1000],
  [50_000, 1000],
])('of %i violations %i are sent, and the count', async (count, sent) => {
  const server = await serve()
  await publish(
    webhook,
    resultsWith({ violations: violations(count) }),
    { url: server.url },
    await makeHost(),
  )
  const body = JSON.parse(server.received[0]!.body)
  expect([body.violation_count, body.violations.length]).toEqual([count, sent])
})

test.each([
  ['violations', 0, 0],
  ['violations', 1, 1],
  ['always', 0, 1],
])('on: %s with %i violations sends %i messages', async (on, count, expected) => {
  const server = await serve()
  const results = resultsWith({ violations: violations(count) })
  await publish(webhook, results, { url: server.url, on }, await makeHost())
  expect(server.received).toHaveLength(expected)
})

test('a URL and headers may come out of the environment', async () => {
  const server = await serve((response) => response.writeHead(403).end('who are you?'))
  const host = await makeHost({ HOOK_URL: `${server.url}/services/T1234/B5678`, TOKEN: 'Bearer abcdef' })
  const options = { url: { environment: 'HOOK_URL' }, headers: { Authorization: { environment: 'TOKEN' } } }
  expect(await messageOf(publish(webhook, resultsWith(), options, host))).toBe(
    `POST ${server.url} (HOOK_URL): refused (attempts: 1, last status: 403, reply: who are you?)`,
  )
  expect(server.received[0]).toMatchObject({
    url: '/services/T1234/B5678',
    headers: { authorization: 'Bearer abcdef' },
  })
})

test('a stop ends it', async () => {
  const server = await serve(() => {})
  const controller = new AbortController()
  const published = messageOf(
    publish(webhook, resultsWith(), { url: server.url }, await makeHost({}, controller.signal)),
  )
  await server.arrived(1)
  controller.abort()
  expect(await published).toContain(`POST ${server.url}/: stopped`)
})

test.each([
  {},
  { url: 'ftp://a' },
  { url: 'http://a', on: 'never' },
  { url: 'http://a', retries: -1 },
  { url: 'http://a', timeoutSeconds: 0 },
  { url: 'http://a', headers: { 'a b': 'c' } },
  { url: 'http://a', headers: { a: { environment: '' } } },
  { url: 'http://a', sercet: 'A' },
])('options %j are refused', async (options) => {
  await expect(publish(webhook, resultsWith(), options, await makeHost())).rejects.toThrow('schemaPath')
})
