import { expect, test } from 'vitest'
import { delayAfter, isPassingError, isPassingStatus, retryAfter } from '../../../plugins/publishers/retry.ts'

test('waits double, lie between a half and the whole of it, and depend on seed and attempt only', () => {
  const seeds = Array.from({ length: 200 }, (_, i) => `http://target-${i}`)
  for (const [attempt, whole] of [500, 1000, 2000, 4000].map((whole, i) => [i + 1, whole] as const)) {
    const delays = seeds.map((seed) => delayAfter(attempt, seed))
    expect(delays).toEqual(seeds.map((seed) => delayAfter(attempt, seed)))
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(whole / 2)
    expect(Math.max(...delays)).toBeLessThan(whole)
    expect(new Set(delays).size).toBeGreaterThan(190)
    // The mean of 200 uniform numbers strays from the middle by more than this once in millions of seeds.
    expect(delays.reduce((a, b) => a + b) / delays.length / whole).toBeCloseTo(0.75, 0.6)
  }
})

test('what the server asks for counts, up to half a minute', () => {
  expect(delayAfter(1, 'a', 7000)).toBe(7000)
  expect(delayAfter(1, 'a', 0)).toBe(delayAfter(1, 'a'))
  expect(delayAfter(1, 'a', 3_600_000)).toBe(30_000)
  expect(delayAfter(11, 'a')).toBe(30_000)
})

test.each([
  [{}, undefined],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': ' 120 ' }, 120_000],
  [{ 'retry-after': ['3', '4'] }, 3000],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': '-5' }, undefined],
  [{ 'retry-after': 'Mon, 06 May 2024 07:08:19 GMT' }, undefined],
  [{ 'retry-after': 'Mon, 06 May 2024 07:08:19 GMT', date: 'Mon, 06 May 2024 07:08:09 GMT' }, 10_000],
  [{ 'retry-after': 'Mon, 06 May 2024 07:00:00 GMT', date: 'Mon, 06 May 2024 07:08:09 GMT' }, 0],
])('Retry-After in %j asks for %s ms', (headers, expected) => {
  expect(retryAfter(headers)).toBe(expected)
})

test('statuses and errors that may pass', () => {
  expect(
    [200, 301, 400, 401, 404, 408, 409, 425, 429, 499, 500, 501, 503, 599].filter(isPassingStatus),
  ).toEqual([408, 429, 500, 501, 503, 599])
  const withCode = (code: string) => Object.assign(new Error(code), { code })
  expect(
    ['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_SOCKET', 'CERT_HAS_EXPIRED', 'UND_ERR_INVALID_ARG'].filter(
      (code) => isPassingError(withCode(code)),
    ),
  ).toEqual(['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_SOCKET'])
  expect(isPassingError(new DOMException('late', 'TimeoutError'))).toBe(true)
  expect(isPassingError(new DOMException('stop', 'AbortError'))).toBe(false)
  expect(isPassingError('ECONNRESET')).toBe(false)
})
