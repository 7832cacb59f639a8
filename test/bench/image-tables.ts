/** False alarms and power of the image properties, on crops of real photographs. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stdout } from 'node:process'
import sharp, { type Sharp } from 'sharp'
import { decode } from '../../plugins/cv/decode.ts'
import { imageSpecs } from '../../plugins/cv/properties.ts'
import { seeded } from '../../runtime/conformance/random.ts'
import { fitProperties, type PropertyReference } from '../../runtime/distances/property-reference.ts'
import {
  addProperties,
  compareProfile,
  createPropertyProfile,
} from '../../runtime/sketches/property-profile.ts'

const level = 0.008
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
export async function imageTables(
  folder: string,
  runs: number,
  say: (...cells: (string | number)[]) => void,
): Promise<void> {
  const path = folder || new URL('../golden/photos', import.meta.url).pathname
  const photos = await Promise.all(
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
  const crops = async (name: string, count: number, from: number) => {
    const rows: Float32Array[] = []
    for (let i = 0; i < count; i++) {
      const random = seeded(from + i)
      const photo = random.pick(photos)
      const { width, height } = await sharp(photo).metadata()
      const image = sharp(photo).extract({
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
      if ('properties' in decoded) rows.push(decoded.properties)
    }
    return rows
  }
  const pool = await crops('none', 6000, 1)
  stdout.write(
    `images: ${pool.length} crops of ${photos.length} photographs, baselines of 2,000, level ${level}; ${runs} null runs\n`,
  )
  const split = (seed: number) => {
    const random = seeded(seed)
    const order = pool.map((row) => ({ row, key: random.next() })).sort((a, b) => a.key - b.key)
    return order.map(({ row }) => row)
  }
  const bases = [1, 2, 3, 4].map((seed) => {
    const rows = split(seed)
    return { reference: fitProperties(imageSpecs, rows.slice(0, 2000), [])!, rest: rows.slice(2000) }
  })
  say('n', 'false alarms')
  for (const n of [50, 300, 1000]) {
    let alarms = 0
    for (let run = 0; run < runs; run++) {
      const { reference, rest } = bases[run % 4]!
      const random = seeded(run + 99)
      const start = random.below(rest.length)
      if (
        isAlarm(
          reference,
          Array.from({ length: n }, (_, i) => rest[(start + 3 * i) % rest.length]!),
        )
      )
        alarms++
    }
    say(n, (alarms / runs).toFixed(3))
  }
  const power = 20
  stdout.write(`\npower, ${power} runs\n`)
  say('change', 'n = 50', 'n = 300')
  for (const name of Object.keys(changes)) {
    if (name === 'none') continue
    const rows = await crops(name, 1200, 100_000)
    const rate = (n: number) => {
      let alarms = 0
      for (let run = 0; run < power; run++)
        if (
          isAlarm(
            bases[0]!.reference,
            Array.from({ length: n }, (_, i) => rows[(run * 53 + 7 * i) % rows.length]!),
          )
        )
          alarms++
      return (alarms / power).toFixed(2)
    }
    say(name, rate(50), rate(300))
  }
}

function isAlarm(references: readonly PropertyReference[], rows: readonly Float32Array[]): boolean {
  const profile = createPropertyProfile(imageSpecs, references, 1)
  addProperties(profile, rows, [], [])
  const each = level / imageSpecs.length
  return compareProfile(profile, 1, each)!.some(({ pValue }) => pValue < each)
}
