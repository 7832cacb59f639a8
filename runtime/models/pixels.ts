/** Images → the tensor that a model of images takes. */
import { openImage } from '../images/sharp.ts'
import type { PlainTensor, TensorInfo } from './tensors.ts'
import { shownTensor } from './tensors.ts'
import type { VectorUse } from './vector-use.ts'

/** The input of a model of images. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  /** True: the channels come first, NCHW; false: last, NHWC. */
  readonly planes: boolean
  readonly type: 'float32' | 'uint8'
}

/** What a transparent image lies on. */
const background = '#808080'

/**
 * @throws Error when the input has neither one nor three channels, or no size and the options none either
 */
export function rasterOf(input: TensorInfo, { width, height }: Pick<VectorUse, 'width' | 'height'>): Raster {
  const [, second, third, fourth] = input.shape
  const isChannels = (size: unknown) => size === 1 || size === 3
  const planes = isChannels(second)
  if (!planes && !isChannels(fourth))
    throw new Error(`the input ${shownTensor(input)} has no dimension of 1 or 3 channels`)
  const side = (declared: number | string | undefined, chosen: number, name: string) => {
    const size = chosen > 0 ? chosen : declared
    if (typeof size !== 'number')
      throw new Error(`the input ${shownTensor(input)} has no ${name}: set ${name}`)
    if (typeof declared === 'number' && declared !== size)
      throw new Error(`${name} is ${size}, and the input is ${shownTensor(input)}`)
    return size
  }
  return {
    height: side(planes ? third : second, height, 'height'),
    width: side(planes ? fourth : third, width, 'width'),
    channels: (planes ? second : fourth) as 1 | 3,
    planes,
    type: input.type as Raster['type'],
  }
}

/**
 * The pixels of one image, 0 to 255, channel by channel of each pixel.
 * @throws Error from the decoder
 */
export async function pixelsOf(
  bytes: Uint8Array,
  { width, height, channels }: Raster,
  { fit, maxMegapixels }: Pick<VectorUse, 'fit' | 'maxMegapixels'>,
): Promise<Uint8Array> {
  if (bytes.length === 0) throw new Error('the payload is empty')
  const image = openImage(bytes, maxMegapixels * 1e6)
    .resize(width, height, { fit, kernel: 'linear', background })
    .flatten({ background })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  if (info.channels === channels) return data
  throw new Error(`the image has ${info.channels} channels where ${channels} are expected`)
}

/** The tensor of some images. */
export function imageTensor(
  images: readonly Uint8Array[],
  { width, height, channels, planes, type }: Raster,
  { mean, std }: Pick<VectorUse, 'mean' | 'std'>,
): PlainTensor {
  const size = width * height
  const dims = planes ? [images.length, channels, height, width] : [images.length, height, width, channels]
  const data =
    type === 'uint8'
      ? new Uint8Array(images.length * size * channels)
      : new Float32Array(images.length * size * channels)
  for (const [i, pixels] of images.entries())
    for (let channel = 0; channel < channels; channel++) {
      const [shift, scale] =
        type === 'uint8' ? [0, 1] : [mean[channel] ?? mean[0] ?? 0, 1 / (std[channel] ?? std[0] ?? 1)]
      const unit = type === 'uint8' ? 1 : 1 / 255
      const from = i * size * channels
      for (let at = 0; at < size; at++) {
        const place = planes ? from + channel * size + at : from + at * channels + channel
        data[place] = (pixels[at * channels + channel]! * unit - shift) * scale
      }
    }
  return { type, dims, data }
}
