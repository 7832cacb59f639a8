/** What is measured of each image, and what can be wrong with one. */
import type { PropertySpec } from '../../runtime/distances/property-reference.ts'

const numbers = [
  'width',
  'height',
  'aspect',
  'bytes_per_pixel',
  'brightness',
  'contrast',
  'saturation',
  'colourfulness',
  'sharpness',
  'focus',
  'entropy',
  'dark',
  'bright',
  'red',
  'blue',
] as const

/** Formats that are decoded, in a fixed order; the place is the code of the category. */
export const formats = ['jpeg', 'png', 'webp', 'tiff', 'gif'] as const

/** All properties of an image, in the order in which the decoder gives them. */
export const imageSpecs: readonly PropertySpec[] = [
  ...numbers.map((name) => ({ name, kind: 'number' as const })),
  { name: 'format', kind: 'category' },
  { name: 'channels', kind: 'category' },
  { name: 'orientation', kind: 'category' },
  { name: 'animated', kind: 'share' },
  { name: 'deep', kind: 'share' },
  { name: 'mislabelled', kind: 'share' },
]

/** Why an image could not be measured, in a fixed order. */
export const faults = ['empty', 'unsupported', 'corrupt', 'too_large'] as const
export type Fault = (typeof faults)[number]

/** What the decoder says of one payload. */
export type Decoded = { readonly fault: Fault } | { readonly properties: Float32Array; readonly hash: string }
