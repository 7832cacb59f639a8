import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { decodeAll } from '../../../plugins/cv/decoder.ts'
import { measurePixels, perceptualHash } from '../../../plugins/cv/pixels.ts'
import { imageSpecs } from '../../../plugins/cv/properties.ts'
import { brokenPayloads, picture } from '../../images.ts'

const maxPixels = 40e6

function decoded(bytes: Uint8Array, mediaType?: string): Record<string, number> {
  const [image] = decodeAll([{ bytes, mediaType }], maxPixels)
  if (!image || 'fault' in image) throw new Error(`not decoded: ${JSON.stringify(image)}`)
  return Object.fromEntries(imageSpecs.map(({ name }, i) => [name, image.properties[i]!]))
}

const plain = (colour: { r: number; g: number; b: number }, size = 64) =>
  sharp({ create: { width: size, height: size / 2, channels: 3, background: colour } })

describe('measures', () => {
  it('of a plain colour', async () => {
    const found = decoded(new Uint8Array(await plain({ r: 255, g: 0, b: 0 }).png().toBuffer()))
    expect(found).toMatchObject({
      width: 64,
      height: 32,
      aspect: 2,
      contrast: 0,
      saturation: 1,
      entropy: 0,
      red: 1,
      blue: 0,
    })
    expect(found['brightness']).toBeCloseTo(0.2126, 4)
    // 0.3 √(255² + 127.5²), without any spread.
    expect(found['colourfulness']).toBeCloseTo(0.3 * Math.hypot(255, 127.5), 3)
    expect(found['focus']).toBe(0)
  })

  it('of a chess board: half dark, half bright, one bit', () => {
    const data = Uint8Array.from({ length: 64 }, (_, i) => (((i >> 3) + i) % 2 === 0 ? 0 : 255))
    const found = measurePixels({ data, width: 8, height: 8, channels: 1 })
    expect(found).toMatchObject({ dark: 0.5, bright: 0.5, entropy: 1, saturation: 0 })
    expect(found.brightness).toBeCloseTo(0.5, 10)
    expect(found.contrast).toBeCloseTo(0.5, 10)
    // Each inner pixel's Laplacian is ±4 · 255, as many of one sign as of the other.
    expect(found.sharpness).toBeCloseTo(Math.log1p((4 * 255) ** 2), 6)
  })

  it('the perceptual hash survives what the eye does not see, and tells pictures apart', async () => {
    const hash = async (bytes: Uint8Array) => {
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
      const { luminance } = measurePixels({ data, ...info })
      return BigInt(`0x${perceptualHash(luminance, info.width, info.height)}`)
    }
    const distance = (a: bigint, b: bigint) => [...(a ^ b).toString(2)].filter((bit) => bit === '1').length
    const original = await picture(3)
    const same = await sharp(original).resize(200).jpeg({ quality: 60 }).toBuffer()
    expect(distance(await hash(original), await hash(same))).toBeLessThanOrEqual(6)
    expect(distance(await hash(original), await hash(await picture(4)))).toBeGreaterThan(12)
  })
})

describe('payloads', () => {
  it('that cannot be measured are told by reason, and the others go on', async () => {
    const broken = await brokenPayloads()
    const good = await picture(5)
    for (const [fault, list] of Object.entries(broken))
      for (const bytes of list)
        expect(
          decodeAll(
            [
              { bytes, mediaType: 'image/png' },
              { bytes: good, mediaType: undefined },
            ],
            maxPixels,
          ),
        ).toMatchObject([{ fault }, { hash: expect.stringMatching(/^[0-9a-f]{16}$/) }])
  })

  it.each(['jpeg', 'lzw', 'deflate', 'none'] as const)(
    'a TIFF (%s) that is cut off is damaged',
    async (compression) => {
      const image = sharp({ create: { width: 64, height: 32, channels: 3, background: '#888' } })
      const whole = await image.tiff({ compression }).toBuffer()
      for (const length of [whole.length / 2, whole.length - 20]) {
        const cut = new Uint8Array(whole.subarray(0, length))
        expect(decodeAll([{ bytes: cut, mediaType: 'image/tiff' }], maxPixels)).toEqual([
          { fault: 'corrupt' },
        ])
      }
      expect(decodeAll([{ bytes: new Uint8Array(whole), mediaType: 'image/tiff' }], maxPixels)).toMatchObject(
        [{ hash: expect.any(String) }],
      )
    },
  )

  it('say which kind they are: animated, of 16 bits, mislabelled, turned', async () => {
    const frames = await Promise.all(
      [1, 2].map((n) =>
        plain({ r: 90 * n, g: 0, b: 0 })
          .png()
          .toBuffer(),
      ),
    )
    const animated = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer()
    expect(decoded(new Uint8Array(animated))).toMatchObject({ animated: 1, format: 2 })
    const deep = await plain({ r: 9, g: 200, b: 9 }).toColourspace('rgb16').png().toBuffer()
    expect(decoded(new Uint8Array(deep), 'image/png')).toMatchObject({ deep: 1, mislabelled: 0 })
    const turned = await plain({ r: 9, g: 9, b: 9 }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(decoded(new Uint8Array(turned), 'image/png')).toMatchObject({ orientation: 6, mislabelled: 1 })
    const tiff = await plain({ r: 9, g: 9, b: 9 }).tiff().toBuffer()
    expect(decoded(new Uint8Array(tiff), 'image/tiff')).toMatchObject({ format: 3, mislabelled: 0 })
  })
})
