import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HostEnd, jobEnd, messageBytes } from '../../../runtime/local/outcome.ts'

const end = (
  host: string,
  exitCode: number,
  message?: string | Uint8Array,
  outOfMemory = false,
): HostEnd => ({
  host,
  exitCode,
  outOfMemory,
  message: typeof message === 'string' ? Buffer.from(message) : message,
})

describe('the status', () => {
  test.each<[string, HostEnd[], object]>([
    ['all exit 0', [end('algo-1', 0), end('algo-2', 0)], { status: 'Completed' }],
    ['one does not', [end('algo-1', 0), end('algo-2', 3)], { status: 'Failed' }],
    [
      'a message',
      [end('algo-1', 0, 'CompletedWithViolations: x')],
      { exitMessage: 'CompletedWithViolations: x' },
    ],
    [
      'memory',
      [end('algo-1', 137, undefined, true)],
      { failureReason: expect.stringContaining('out of memory') },
    ],
    [
      'memory of a child only',
      [end('algo-1', 4, undefined, true)],
      { failureReason: expect.stringMatching(/^AlgorithmError: exit code: 4 \(a process/) },
    ],
    ['killed, but not for memory', [end('algo-1', 137)], { failureReason: 'AlgorithmError: exit code: 137' }],
    ['an empty message', [end('algo-1', 0, '')], { status: 'Completed' }],
  ])('%s', (_, ends, expected) => {
    expect(jobEnd(ends, undefined, undefined, 1)).toMatchObject(expected)
  })

  test('names the host that failed first, not those that were stopped for it', () => {
    const ends = [end('algo-1', 143), end('algo-2', 9)]
    expect(jobEnd(ends, 'another host failed', 'algo-2', 1).failureReason).toBe(
      'AlgorithmError: exit code: 9, host: algo-2',
    )
  })

  test('an interrupt and the time limit stop a job, whatever its message', () => {
    const bad = end('algo-1', 143, Uint8Array.of(0xff))
    expect(jobEnd([bad], 'interrupted', undefined, 1)).toEqual({ status: 'Stopped' })
    expect(jobEnd([bad], 'time limit', undefined, 60)).toMatchObject({
      status: 'Stopped',
      failureReason: expect.stringContaining('60 s'),
    })
  })
})

describe('the exit message', () => {
  test('is the first KB of each host, one after the other, cut to 1 KB', () => {
    const ends = [end('algo-1', 0, 'a'.repeat(1000)), end('algo-2', 0, 'b'.repeat(1000))]
    const { exitMessage } = jobEnd(ends, undefined, undefined, 1)
    expect(exitMessage).toBe('a'.repeat(1000) + 'b'.repeat(24))
  })

  test('is a prefix of any text, never longer than 1 KB, never with half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
        const { exitMessage = '' } = jobEnd([end('algo-1', 0, text)], undefined, undefined, 1)
        const whole = text.toWellFormed().replace(/^\uFEFF/, '')
        expect(whole.startsWith(exitMessage)).toBe(true)
        const bytes = Buffer.byteLength(exitMessage)
        expect(bytes).toBeLessThanOrEqual(messageBytes)
        if (Buffer.byteLength(whole) > messageBytes) expect(bytes).toBeGreaterThan(messageBytes - 8)
        else expect(exitMessage).toBe(whole)
      }),
    )
  })

  test('that is not UTF-8 fails the job', () => {
    const { status, failureReason } = jobEnd(
      [end('algo-1', 0, Uint8Array.of(0x61, 0x80))],
      undefined,
      undefined,
      1,
    )
    expect({ status, failureReason }).toEqual({
      status: 'Failed',
      failureReason: 'ClientError: the exit message in /opt/ml/output/message is not UTF-8.',
    })
  })
})
