/** JSON of a detector or a segmenter → the objects that it found. */

/** One object. Numbers are NaN where the layout does not say them. */
export interface Found {
  /** Whole number: the class itself, or 24 bits of a hash of its name. */
  readonly label: number
  readonly score: number
  /** In the unit of the coordinates, squared; a share of the image for relative ones and for masks. */
  readonly area: number
  /** Width over height. */
  readonly aspect: number
}

/** Layouts that are read. */
export const layouts = ['auto', 'sagemaker', 'coco', 'shares'] as const
export type Layout = (typeof layouts)[number]

const readers: Readonly<Record<Exclude<Layout, 'auto'>, (value: unknown) => Found[] | undefined>> = {
  sagemaker: (value) => listOf(inside(value, ['prediction', 'predictions']), rowOf),
  coco: (value) => listOf(inside(value, ['annotations', 'predictions', 'detections']), annotationOf),
  shares: sharesOf,
}

/**
 * The objects in a text.
 * @returns undefined for a text that is no JSON, or of another layout
 */
export function foundIn(text: string, layout: Layout): Found[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (layout !== 'auto') return readers[layout](value)
  for (const read of Object.values(readers)) {
    const found = read(value)
    if (found) return found
  }
  return undefined
}

/** A list, itself or under one of some keys. */
function inside(value: unknown, keys: readonly string[]): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  const key = keys.find((each) => Object.hasOwn(value, each))
  return key === undefined ? undefined : (value as Record<string, unknown>)[key]
}

function listOf(list: unknown, read: (item: unknown) => Found | undefined): Found[] | undefined {
  if (!Array.isArray(list)) return undefined
  const found = list.map(read)
  return found.every((each) => each !== undefined) ? found : undefined
}

/** `[class, score, xmin, ymin, xmax, ymax]`, as the built-in object detection of SageMaker answers. */
function rowOf(item: unknown): Found | undefined {
  if (!Array.isArray(item) || item.length !== 6 || !item.every(Number.isFinite)) return undefined
  const [label, score, left, top, right, bottom] = item as number[]
  return { label: labelOf(label)!, score: score!, ...sizeOf(right! - left!, bottom! - top!) }
}

/** `{category_id, bbox: [x, y, width, height], score}` or `{…, segmentation: {size, counts}}`, as COCO's results are. */
function annotationOf(item: unknown): Found | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  const { bbox, segmentation, score, ...rest } = item as Record<string, unknown>
  const label = labelOf(rest['category_id'] ?? rest['category'] ?? rest['label'] ?? rest['class'])
  if (label === undefined) return undefined
  const common = { label, score: typeof score === 'number' ? score : Number.NaN }
  if (Array.isArray(bbox) && bbox.length === 4 && bbox.every(Number.isFinite))
    return { ...common, ...sizeOf(bbox[2], bbox[3]) }
  const area = maskShare(segmentation)
  return area === undefined ? undefined : { ...common, area, aspect: Number.NaN }
}

/** `{"road": 0.4, "sky": 0.6}`, itself or under `shares`: what share of the image each class has. */
function sharesOf(value: unknown): Found[] | undefined {
  const shares = inside(value, ['shares']) ?? value
  if (typeof shares !== 'object' || shares === null || Array.isArray(shares)) return undefined
  const entries = Object.entries(shares)
  if (!entries.every(([, share]) => typeof share === 'number' && share >= 0 && share <= 1)) return undefined
  return entries
    .filter(([, share]) => share > 0)
    .map(([name, area]) => ({ label: labelOf(name)!, score: Number.NaN, area, aspect: Number.NaN }))
}

function sizeOf(width: number, height: number): { area: number; aspect: number } {
  return { area: width * height, aspect: height > 0 ? width / height : Number.NaN }
}

function labelOf(label: unknown): number | undefined {
  if (typeof label === 'number') return Number.isFinite(label) ? Math.trunc(label) : undefined
  if (typeof label !== 'string') return undefined
  if (/^\d{1,6}$/.test(label)) return Number(label)
  let h = 0x811c9dc5
  for (let i = 0; i < label.length; i++) h = Math.imul(h ^ label.charCodeAt(i), 0x01000193)
  return (h ^ (h >>> 15)) & 0xffffff
}

/** Share of the image under a mask in run lengths; the first run is background. */
function maskShare(mask: unknown): number | undefined {
  if (typeof mask !== 'object' || mask === null) return undefined
  const { size, counts } = mask as Record<string, unknown>
  if (!Array.isArray(size) || size.length !== 2 || !size.every((side) => side > 0)) return undefined
  const runs = typeof counts === 'string' ? unpackRuns(counts) : counts
  if (!Array.isArray(runs) || !runs.every(Number.isFinite)) return undefined
  const covered = runs.reduce((sum: number, run: number, i: number) => sum + (i % 2 === 1 ? run : 0), 0)
  return covered / (size[0] * size[1])
}

/**
 * Run lengths of a compressed mask, as COCO's tools write them: numbers in pieces of five bits, least first, one character
 * each from '0' on; bit 32 says that more follows, bit 16 of the last piece is the sign. From the fourth run on a number
 * is the difference to the run before the last.
 */
function unpackRuns(text: string): number[] {
  const runs: number[] = []
  for (let at = 0; at < text.length; ) {
    let value = 0
    let piece = 32
    let bits = 0
    for (; (piece & 32) !== 0 && at < text.length; bits += 5) {
      piece = text.charCodeAt(at++) - 48
      value |= (piece & 31) << bits
    }
    if ((piece & 16) !== 0 && bits < 32) value |= -1 << bits
    runs.push(value + (runs.length > 2 ? runs.at(-2)! : 0))
  }
  return runs
}
