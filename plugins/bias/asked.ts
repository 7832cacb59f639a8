/** Rows whose predictions will be asked from a model: kept, up to a number, until all are read. */
import {
  featureNames,
  type ModelRow,
  type ModelRows,
  mergeRows,
  takeBatch,
} from '../../runtime/models/rows.ts'
import type { Batch } from '../../runtime/plugin.ts'
import { startSample } from '../../runtime/sketches/row-sample.ts'

/** What is counted of a row, but for its prediction. */
export interface Described {
  readonly label: string
  readonly group: string
  /** Key of each facet, empty where the row has none. */
  readonly facets: readonly string[]
}

export interface AskedRow extends ModelRow, Described {}

/** Plain data. */
export type Asked = ModelRows<AskedRow>

export function startAsked(limit: number): Asked {
  return { names: [], sample: startSample(limit) }
}

/** Takes in the rows of a batch that `known` describes; of others it says nothing. */
export function takeAsked(
  asked: Asked,
  batch: Batch,
  skipped: readonly string[],
  known: readonly (Described | undefined)[],
): void {
  takeBatch(asked, batch, featureNames(batch, skipped), 'flip', (row, cells) => {
    const found = known[row]
    return found && (() => ({ ...found, cells: cells() }))
  })
}

export function mergeAsked(into: Asked, from: Asked): void {
  mergeRows(into, from)
}
