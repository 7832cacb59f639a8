/** A payload → its properties. Runs in the decoding thread. */
import { openImage } from '../../runtime/images/sharp.ts'
import { measurePixels, perceptualHash } from './pixels.ts'
import { type Decoded, type Fault, formats } from './properties.ts'

/** One image to decode. */
export interface Job {
  readonly bytes: Uint8Array
  readonly mediaType: string | undefined
}

/** Longer side of the raster that is measured. */
const rasterSide = 256

/** Never rejects. */
export async function decode({ bytes, mediaType }: Job, maxPixels: number): Promise<Decoded> {
  if (bytes.length === 0) return { fault: 'empty' }
  try {
    const image = openImage(bytes, maxPixels)
    const head = await image.metadata()
    const { width = 0, height = 0 } = head
    if (width * height > maxPixels) return { fault: 'too_large' }
    const place = (formats as readonly string[]).indexOf(head.format ?? '')
    if (place < 0) return { fault: 'unsupported' }
    const { data, info } = await image
      .resize(rasterSide, rasterSide, { fit: 'inside', withoutEnlargement: true, kernel: 'linear' })
      .flatten({ background: '#808080' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const measured = measurePixels({ data, width: info.width, height: info.height, channels: info.channels })
    return {
      hash: perceptualHash(measured.luminance, info.width, info.height),
      properties: Float32Array.from([
        width,
        height,
        width / height,
        bytes.length / (width * height),
        measured.brightness,
        measured.contrast,
        measured.saturation,
        measured.colourfulness,
        measured.sharpness,
        measured.focus,
        measured.entropy,
        measured.dark,
        measured.bright,
        measured.red,
        measured.blue,
        place,
        head.channels ?? 0,
        head.orientation ?? 1,
        (head.pages ?? 1) > 1 ? 1 : 0,
        head.depth === 'uchar' ? 0 : 1,
        isMislabelled(mediaType, formats[place]!) ? 1 : 0,
      ]),
    }
  } catch (error) {
    return { fault: faultOf(error, bytes) }
  }
}

/** True when the payload says that it is another kind of image. */
function isMislabelled(mediaType: string | undefined, format: string): boolean {
  const named = /^image\/(?:x-)?([a-z]+)/.exec(mediaType ?? '')?.[1]?.replace(/^p?jpe?g$/, 'jpeg')
  return named !== undefined && named !== format
}

/** How JPEG, PNG, GIF, WebP and TIFF (of both byte orders) begin. */
const beginnings = ['ffd8ff', '89504e470d0a1a0a', '47494638', '52494646', '49492a00', '4d4d002a']

/** A file that is cut off before what its decoder looks for is called unsupported there, too: how it begins tells. */
function faultOf(error: unknown, bytes: Uint8Array): Fault {
  const text = String((error as Error | undefined)?.message)
  if (/pixel limit|too large|exceeds/i.test(text)) return 'too_large'
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (beginnings.some((beginning) => start.startsWith(beginning))) return 'corrupt'
  return /unsupported|blocked|not a known/i.test(text) ? 'unsupported' : 'corrupt'
}
