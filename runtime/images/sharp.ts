/** The image library with the loaders that are asked for, and no others: the rest (SVG, PDF, ImageMagick) read files and run code. */
import sharp, { type Sharp } from 'sharp'

sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadTiffBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
})
sharp.cache(false)
sharp.concurrency(1)

/**
 * An image that is decoded when it is read.
 * @param maxPixels images of more are refused before they are decoded
 */
export function openImage(bytes: Uint8Array, maxPixels: number): Sharp {
  // Of a TIFF whose strips cannot be read, a black picture would be made.
  const failOn = isTiff(bytes) ? 'error' : 'truncated'
  return sharp(bytes, { failOn, limitInputPixels: maxPixels, sequentialRead: true })
}

/** True for the first bytes of a TIFF, in either byte order. */
function isTiff([first, second]: Uint8Array): boolean {
  return first === second && (first === 0x49 || first === 0x4d)
}
