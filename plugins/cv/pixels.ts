/** What is measured of the pixels of an image, in two passes over a raster of at most 256 × 256. */

/** A decoded raster: `channels` bytes per pixel, 1 (grey) or 3 (red, green, blue) of which are used. */
export interface Raster {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: number
}

/** Measures; shares and brightness 0 to 1. */
export interface PixelMeasures {
  readonly brightness: number
  /** Deviation of the luminance. */
  readonly contrast: number
  readonly saturation: number
  /** D. Hasler and S. Süsstrunk, "Measuring colourfulness in natural images", SPIE 5007 (2003). */
  readonly colourfulness: number
  /** ln (1 + variance of the 4-neighbour Laplacian). J. Pech-Pacheco et al., ICPR 2000. */
  readonly sharpness: number
  /** That variance over the luminance's: depends less on what the image shows. */
  readonly focus: number
  /** Bits per pixel of the luminance. */
  readonly entropy: number
  readonly dark: number
  readonly bright: number
  readonly red: number
  readonly blue: number
}

/** Measures of a raster, and its luminance (0 to 255, ITU-R BT.709) for {@link perceptualHash}. */
export function measurePixels({
  data,
  width,
  height,
  channels,
}: Raster): PixelMeasures & { luminance: Float32Array } {
  const n = width * height
  const luminance = new Float32Array(n)
  const histogram = new Uint32Array(256)
  const sums = { y: 0, yy: 0, saturation: 0, rg: 0, rgrg: 0, yb: 0, ybyb: 0, red: 0, green: 0, blue: 0 }
  let dark = 0
  let bright = 0
  for (let i = 0, p = 0; i < n; i++, p += channels) {
    const r = data[p]!
    const g = channels > 2 ? data[p + 1]! : r
    const b = channels > 2 ? data[p + 2]! : r
    const y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    luminance[i] = y
    histogram[Math.round(y)]!++
    sums.y += y
    sums.yy += y * y
    const most = Math.max(r, g, b)
    sums.saturation += most > 0 ? (most - Math.min(r, g, b)) / most : 0
    const rg = r - g
    const yb = (r + g) / 2 - b
    sums.rg += rg
    sums.rgrg += rg * rg
    sums.yb += yb
    sums.ybyb += yb * yb
    sums.red += r
    sums.green += g
    sums.blue += b
    if (y < 13) dark++
    else if (y > 242) bright++
  }
  const variance = Math.max(0, sums.yy / n - (sums.y / n) ** 2)
  const [rg, yb] = [sums.rg / n, sums.yb / n]
  const spread = Math.sqrt(Math.max(0, sums.rgrg / n - rg * rg + sums.ybyb / n - yb * yb))
  const laplacian = laplacianVariance(luminance, width, height)
  const all = Math.max(1, sums.red + sums.green + sums.blue)
  return {
    luminance,
    brightness: sums.y / n / 255,
    contrast: Math.sqrt(variance) / 255,
    saturation: sums.saturation / n,
    colourfulness: spread + 0.3 * Math.hypot(rg, yb),
    sharpness: Math.log1p(laplacian),
    focus: variance > 1 ? laplacian / variance : 0,
    entropy: entropyOf(histogram, n),
    dark: dark / n,
    bright: bright / n,
    red: sums.red / all,
    blue: sums.blue / all,
  }
}

function laplacianVariance(luminance: Float32Array, width: number, height: number): number {
  let sum = 0
  let squares = 0
  let count = 0
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const value =
        luminance[i - 1]! +
        luminance[i + 1]! +
        luminance[i - width]! +
        luminance[i + width]! -
        4 * luminance[i]!
      sum += value
      squares += value * value
      count++
    }
  return count > 0 ? Math.max(0, squares / count - (sum / count) ** 2) : 0
}

function entropyOf(histogram: Uint32Array, n: number): number {
  let bits = 0
  for (const count of histogram) if (count > 0) bits -= (count / n) * Math.log2(count / n)
  return bits
}

const side = 32
const low = 8
const cosines = Float64Array.from({ length: low * side }, (_, at) =>
  Math.cos(((2 * (at % side) + 1) * Math.floor(at / side) * Math.PI) / (2 * side)),
)

/**
 * 64 bits, as 16 hexadecimal digits, that stay nearly the same when an image is resized, recompressed or made brighter: the
 * signs of the lowest frequencies of a cosine transform, against their median. C. Zauner, "Implementation and benchmarking
 * of perceptual image hash functions", 2010.
 */
export function perceptualHash(luminance: Float32Array, width: number, height: number): string {
  const small = shrink(luminance, width, height)
  const rows = new Float64Array(low * side)
  for (let y = 0; y < side; y++)
    for (let k = 0; k < low; k++)
      for (let x = 0; x < side; x++) rows[k * side + y]! += small[y * side + x]! * cosines[k * side + x]!
  const frequencies = new Float64Array(low * low)
  for (let k = 0; k < low; k++)
    for (let l = 0; l < low; l++)
      for (let y = 0; y < side; y++) frequencies[l * low + k]! += rows[k * side + y]! * cosines[l * side + y]!
  const median = frequencies.slice(1).sort()[31]!
  let hash = ''
  for (let i = 0; i < 64; i += 4) {
    let digit = 0
    for (let j = 0; j < 4; j++) digit = digit * 2 + (frequencies[i + j]! > median ? 1 : 0)
    hash += digit.toString(16)
  }
  return hash
}

/** Means of boxes: 32 × 32 of them. */
function shrink(luminance: Float32Array, width: number, height: number): Float64Array {
  const small = new Float64Array(side * side)
  for (let j = 0; j < side; j++)
    for (let i = 0; i < side; i++) {
      const [x0, y0] = [Math.floor((i * width) / side), Math.floor((j * height) / side)]
      const x1 = Math.max(x0 + 1, Math.floor(((i + 1) * width) / side))
      const y1 = Math.max(y0 + 1, Math.floor(((j + 1) * height) / side))
      let sum = 0
      for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += luminance[y * width + x]!
      small[j * side + i] = sum / ((x1 - x0) * (y1 - y0))
    }
  return small
}
