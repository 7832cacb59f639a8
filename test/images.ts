/** Small pictures made from seeds, and payloads that are none. */
import sharp, { type Sharp } from 'sharp'
import { type Random, seeded } from '../runtime/conformance/random.ts'

/** A picture of soft colour fields, 48 to 80 pixels wide, as JPEG or PNG. */
export async function picture(seed: number, change: (image: Sharp) => Sharp = (image) => image) {
  const random = seeded(seed)
  const [width, height] = [48 + random.below(32), 40 + random.below(24)]
  const image = change(sharp(fields(random, width, height), { raw: { width, height, channels: 3 } }))
  return new Uint8Array(await (random.next() < 0.7 ? image.jpeg({ quality: 90 }) : image.png()).toBuffer())
}

function fields(random: Random, width: number, height: number): Uint8Array {
  const waves = Array.from(
    { length: 3 },
    () => [random.next() / 6, random.next() / 6, 6 * random.next()] as const,
  )
  const base = Array.from({ length: 3 }, () => 70 + random.below(110))
  const pixels = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++) {
        const [a, b, phase] = waves[c]!
        const value = base[c]! + 50 * Math.sin(a * x + b * y + phase) + 8 * random.normal()
        pixels[(y * width + x) * 3 + c] = Math.max(0, Math.min(255, value))
      }
  return pixels
}

/** Payloads that cannot be measured, with the reason that the report gives. */
export async function brokenPayloads(): Promise<Record<string, Uint8Array[]>> {
  const whole = await picture(1, (image) => image)
  const bomb = await sharp({ create: { width: 9000, height: 6000, channels: 3, background: 'red' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  return {
    empty: [new Uint8Array(0)],
    corrupt: [whole.slice(0, whole.length / 2)],
    unsupported: [
      new TextEncoder().encode('no image at all, only words'),
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'),
    ],
    too_large: [new Uint8Array(bomb)],
  }
}
