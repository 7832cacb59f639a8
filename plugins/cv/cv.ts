/** The analyzer of image features. */
import { type DriftOptions, driftAnalyzer, restoreReferences } from '../../runtime/drift/index.ts'
import { checkImages } from './check.ts'
import { createImageState, mergeImageState, updateImageState } from './column-state.ts'
import { imageMetrics } from './metrics.ts'
import { imageSpecs } from './properties.ts'
import { summarizeImages } from './summarize.ts'

/** Options of the analyzer. */
export interface Options extends DriftOptions {
  readonly maxMegapixels: number
}

export const cv = driftAnalyzer({
  name: 'cv',
  version: 1,
  things: 'images',
  description: 'What images look like, and their drift; payloads that are no images.',
  options: {
    maxMegapixels: {
      type: 'number',
      exclusiveMinimum: 0,
      maximum: 1000,
      default: 40,
      description: 'Larger images are refused before they are decoded: a small file can hold a huge one.',
    },
  },
  accepts: (column) => column.kind === 'bytes',
  restore: (stored, name) => restoreReferences(stored, imageSpecs, name),
  create: (references, { sampleSize }: Options) => createImageState(references, sampleSize),
  update(stateOf, batch, { maxMegapixels }) {
    for (const column of batch.payloads)
      updateImageState(stateOf(column.name), column, batch, maxMegapixels * 1e6)
  },
  merge: mergeImageState,
  summarize: summarizeImages,
  check: checkImages,
  metrics: imageMetrics,
})
