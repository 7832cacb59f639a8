import { describe, expect, test } from 'vitest'
import { declaredValue, payloadValue } from '../../../runtime/decode/declared-value.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const base64 = Buffer.from(bytes(0, 1, 255)).toString('base64')

describe('a value at a path', () => {
  test.each([
    ['text', 'a b', 'a b'],
    ['text', 12, '12'],
    ['text', true, 'true'],
    ['text', [{ a: 1 }, null], '[{"a":1},null]'],
    ['vector', [1, -2.5], Float32Array.of(1, -2.5)],
    ['vector', [1, null], Float32Array.of(1, Number.NaN)],
    ['vector', [], Float32Array.of()],
    ['vector', [1, 'x'], undefined],
    ['vector', 'x', undefined],
    ['bytes', base64, { bytes: bytes(0, 1, 255), mediaType: undefined }],
    ['bytes', `data:image/png;base64,${base64}`, { bytes: bytes(0, 1, 255), mediaType: 'image/png' }],
    ['bytes', 'not base64!', undefined],
    ['bytes', 12, undefined],
  ] as const)('%s from %j', (kind, found, expected) => {
    expect(declaredValue(kind, found, undefined)).toEqual(expected)
  })

  test('the declared media type wins over the data URL', () => {
    expect(declaredValue('bytes', `data:image/png;base64,${base64}`, 'image/webp')).toMatchObject({
      mediaType: 'image/webp',
    })
  })
})

describe('a whole payload', () => {
  const text = (data: string) => ({ data, base64: false, contentType: 'text/plain' })
  const binary = { data: base64, base64: true, contentType: 'image/jpeg' }

  test.each([
    ['text', text('zwölf €'), 'zwölf €'],
    ['vector', text('1,2.5,,x'), Float32Array.of(1, 2.5, Number.NaN, Number.NaN)],
    ['vector', text(' [1, 2] '), Float32Array.of(1, 2)],
    ['vector', text('[1, {}]'), undefined],
    ['vector', text('[1'), undefined],
    ['vector', text('1\n2'), undefined],
    ['bytes', binary, { bytes: bytes(0, 1, 255), mediaType: 'image/jpeg' }],
    ['bytes', text('ab'), { bytes: bytes(97, 98), mediaType: 'text/plain' }],
    ['bytes', { ...binary, data: '***' }, undefined],
  ] as const)('%s from %j', (kind, payload, expected) => {
    expect(payloadValue(kind, payload, undefined)).toEqual(expected)
  })
})
