/** Crops of real photographs, and what may happen to them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { decode } from '../../plugins/cv/decode.ts'
import { seeded } from '../../runtime/conformance/random.ts'

const side = 96

/** What happens to a crop: raw pixels, or the picture. */
const changes: Readonly<Record<string, (image: Sharp, seed: number) => Sharp>> = {
  none: (image) => image,
  'brightness -10 %': (image) => image.linear(0.9),
  'blur 0.7': (image) => image.blur(0.7),
  'noise 8': (image, seed) =>
    image.composite([{ input: noise(seed), raw: { width: side, height: side, channels: 4 } }]),
  'red and blue swapped': (image) =>
    image.recomb([
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
    ]),
  'a quarter covered': (image) =>
    image.composite([
      {
        input: { create: { width: side / 2, height: side / 2, channels: 3, background: 'black' } },
        left: 24,
        top: 24,
      },
    ]),
  'JPEG at 30': (image) => image,
  'saturation -20 %': (image) => image.modulate({ saturation: 0.8 }),
}

/** Grey or white specks, half transparent. */
function noise(seed: number): Buffer {
  const random = seeded(seed)
  const data = Buffer.alloc(side * side * 4)
  for (let i = 0; i < data.length; i += 4) {
    data.fill(random.next() < 0.5 ? 0 : 255, i, i + 3)
    data[i + 3] = Math.min(255, Math.abs(16 * random.normal()))
  }
  return data
}

/** @param folder of photographs; the checkout's own when empty */
export async function photographs(folder: string): Promise<Buffer[]> {
  const path = folder || new URL('../golden/photos', import.meta.url).pathname
  return Promise.all(
    readdirSync(path)
      .filter((name) => /\.(jpg|jpeg|png)$/.test(name))
      .sort()
      .map((name) =>
        sharp(readFileSync(join(path, name)))
          .flatten()
          .toColourspace('srgb')
          .png()
          .toBuffer(),
      ),
  )
}

/** Photographs with colours in them. */
export async function inColour(photos: readonly Buffer[]): Promise<Buffer[]> {
  const kept: Buffer[] = []
  for (const photo of photos) {
    const { channels } = await sharp(photo).stats()
    const [red, , blue] = channels
    if (red && blue && Math.abs(red.mean - blue.mean) > 1) kept.push(photo)
  }
  return kept
}

/** Properties of random crops, changed, with the number of the photograph. */
export async function crops(
  photos: readonly Buffer[],
  name: string,
  count: number,
  from: number,
): Promise<{ row: Float32Array; photo: number }[]> {
  const rows: { row: Float32Array; photo: number }[] = []
  for (let i = 0; i < count; i++) {
    const random = seeded(from + i)
    const place = random.below(photos.length)
    const { width, height } = await sharp(photos[place]!).metadata()
    const image = sharp(photos[place]!).extract({
      left: random.below(width - side),
      top: random.below(height - side),
      width: side,
      height: side,
    })
    const changed = sharp(await image.png().toBuffer())
    const quality = name === 'JPEG at 30' ? 30 : 90
    const bytes = await changes[name]!(changed, from + i)
      .jpeg({ quality })
      .toBuffer()
    const decoded = await decode({ bytes, mediaType: 'image/jpeg' }, 1e8)
    if ('properties' in decoded) rows.push({ row: decoded.properties, photo: place })
  }
  return rows
}

/** Names of what is done to crops, beside nothing. */
export const imageChanges = Object.keys(changes).filter((name) => name !== 'none')
