import { expect, test } from 'vitest'
import { openTarget } from '../../../plugins/publishers/target.ts'

const host = {
  secret: (name: string) =>
    ({
      HOOK: ' https://hooks.test/T1/B2?k=v\n',
      LONG: 'https://hooks.test/team/B5678?k=v%201',
      TOKEN: 'Bearer abc\n',
      BAD: 'a\nb',
    })[name],
}

test('user and password become a header, unless there is one', () => {
  const { url, headers, name } = openTarget('https://us%20er:p%40ss@push.test:9091/in/', {}, host)
  expect(`${url}`).toBe('https://push.test:9091/in/')
  expect(name).toBe('https://push.test:9091/in/')
  expect(headers).toEqual({ authorization: `Basic ${Buffer.from('us er:p@ss').toString('base64')}` })
  const own = { headers: { Authorization: { environment: 'TOKEN' }, 'X-Tenant': 'a' } }
  expect(openTarget('https://u:p@push.test', own, host).headers).toEqual({
    authorization: 'Bearer abc',
    'x-tenant': 'a',
  })
})

test('a URL out of the environment is named by its origin and its variable', () => {
  const { url, name } = openTarget({ environment: 'HOOK' }, {}, host)
  expect(`${url}`).toBe('https://hooks.test/T1/B2?k=v')
  expect(name).toBe('https://hooks.test (HOOK)')
})

test.each([
  ['http://a.test', 'http://a.test/v1/metrics'],
  ['http://a.test/', 'http://a.test/v1/metrics'],
  ['http://a.test/otlp//', 'http://a.test/otlp/v1/metrics'],
  ['http://a.test/otlp?x=1', 'http://a.test/otlp/v1/metrics?x=1'],
  ['http://a.test/v1/metrics', 'http://a.test/v1/metrics'],
])('a path is appended to %s once', (address, expected) => {
  expect(`${openTarget(address, {}, host, '/v1/metrics').url}`).toBe(expected)
})

test.each([
  [{ environment: 'NONE' }, {}, 'the environment variable NONE is not set'],
  [{ environment: 'TOKEN' }, {}, 'the environment variable TOKEN holds no http or https URL'],
  ['ftp://user:passw0rd@a.test', {}, 'the option holds no http or https URL'],
  ['http://user:passw0rd@', {}, 'the option holds no http or https URL'],
  ['http://a.test', { 'X-A': { environment: 'NONE' } }, 'the environment variable NONE is not set'],
  [
    'http://a.test',
    { 'X-A': { environment: 'BAD' } },
    'the value of the header X-A has a line break or another character that headers cannot hold',
  ],
])('%j with headers %j is refused without repeating what may be secret', (address, headers, expected) => {
  expect(() => openTarget(address, { headers }, host)).toThrow(new Error(expected))
})

test('paths out of the environment and queries are taken out too, whole and in parts', () => {
  const { redact } = openTarget({ environment: 'LONG' }, {}, host)
  expect(redact('no /team/B5678?k=v%201 here')).toBe('no ****** here')
  expect(redact('no B5678, no v%201x, no k=v%20100')).toBe('no ***, no v%201x, no k=v%20100')
  const { redact: other } = openTarget('http://a.test/open?key=a%20b%20c', {}, host)
  expect(other('/open?key=a%20b%20c is “a b c”')).toBe('/open*** is “***”')
})

test('secrets are taken out of texts, the longest first, short ones not at all', () => {
  const { redact } = openTarget('http://a.test', { headers: { A: 'token', B: 'token-long', C: 'a' } }, host)
  expect(redact('a token-long, a token')).toBe('a ***, a ***')
})
