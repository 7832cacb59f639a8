/** Rows counted by facet, group, label and prediction: all that the metrics need but the flip test. */
import { type Batch, type Column, columnAt, ValueClass } from '../../runtime/plugin.ts'
import { type Asked, type Described, mergeAsked, startAsked, takeAsked } from './asked.ts'
import { type FlipRows, mergeFlip, startFlip, takeFlip } from './flip-rows.ts'
import { canonical, type Facet, flags, type Options, type Settings } from './settings.ts'
import { isContinuous, learn, mergeValues, startValues, type Values } from './values.ts'

/** Most different cells of a facet; beyond, its metrics are not computed. */
const mostCells = 100_000
/** Most labels that are told apart; beyond, they are above the threshold or not. */
const mostLabels = 1000
/** Why a row takes no part. */
export type Exclusion = 'label_missing' | 'prediction_missing' | 'probability_out_of_range' | 'facet_missing'

/** Counts of one facet. Plain data. */
export interface FacetCounts {
  readonly values: Values
  /** By {@link cellKey}. */
  cells: Map<string, number>
  overflow: boolean
  /** False until a batch had the column. */
  seen: boolean
}

/** Plain data. */
export interface State {
  readonly settings: Settings
  readonly bootstrap: number
  rows: number
  readonly excluded: Map<Exclusion, number>
  readonly label: Values
  /** True when labels are only told apart by the threshold. */
  collapsed: boolean
  readonly labels: Set<string>
  readonly facets: FacetCounts[]
  readonly flip: FlipRows
  /** Rows that the model will be asked about; undefined when none is. */
  readonly asked: Asked | undefined
  /** Counts with its answers, once it has given them. */
  answered: FacetCounts[] | undefined
}

export function startState(settings: Settings, options: Options): State {
  return {
    settings,
    bootstrap: options.bootstrap,
    rows: 0,
    excluded: new Map(),
    label: startValues(),
    collapsed: false,
    labels: new Set(),
    facets: settings.facets.map(startFacet),
    flip: startFlip(options.flipTestRows),
    asked: settings.asks && startAsked(options.maxRows),
    answered: undefined,
  }
}

export function startFacet(): FacetCounts {
  return { values: startValues(), cells: new Map(), overflow: false, seen: false }
}

/** Fields of a cell's key. */
export interface Cell {
  /** Value of the facet; of one with listed values two flags: in the list, above the threshold. */
  readonly facet: string
  readonly group: string
  readonly label: string
  /** Two flags like the facet's; empty without predictions. */
  readonly predicted: string
}

export function cellKey(facet: string, group: string, label: string, predicted: string): string {
  return JSON.stringify([facet, group, label, predicted])
}

export function cellOf(key: string): Cell {
  const [facet, group, label, predicted] = JSON.parse(key) as [string, string, string, string]
  return { facet, group, label, predicted }
}

/** Columns of a batch that have a part. */
interface Columns {
  readonly label: Column | undefined
  readonly inference: Column | undefined
  readonly probability: Column | undefined
  readonly group: Column | undefined
  readonly facets: readonly (Column | undefined)[]
  /** Numbers that the flip test compares. */
  readonly features: readonly Column[]
}

const merged = 'ground_truth'

function columnsOf(batch: Batch, { settings }: State): Columns {
  const find = (name: string | undefined) => (name === undefined ? undefined : columnAt(batch, name))
  const label =
    batch.columns.find(({ name, source }) => name === merged && source === 'data') ??
    find(settings.label) ??
    find(settings.labelAttribute)
  const inference = find(settings.inference)
  const probability = find(settings.probability)
  const own = new Set([label, inference, probability])
  return {
    label,
    inference,
    probability,
    group: find(settings.group),
    facets: settings.facets.map(({ name }) => find(name)),
    features: batch.columns.filter((column) => column.source !== 'output' && !own.has(column)),
  }
}

export function updateState(state: State, batch: Batch): void {
  const columns = columnsOf(batch, state)
  const wantsFlip = state.asked === undefined && state.settings.post.includes('FT')
  const rows: (Described | undefined)[] = []
  for (const [i, facet] of state.facets.entries()) if (columns.facets[i]) facet.seen = true
  for (let row = 0; row < batch.length; row++) {
    const taken = takeRow(state, columns, batch, row, wantsFlip)
    if (typeof taken === 'string') exclude(state, taken)
    else if (state.asked) rows[row] = taken
  }
  if (state.asked) takeAsked(state.asked, batch, state.settings.asks!.skipped, rows)
}

export function exclude({ excluded }: State, why: Exclusion): void {
  excluded.set(why, (excluded.get(why) ?? 0) + 1)
}

function takeRow(
  state: State,
  columns: Columns,
  batch: Batch,
  row: number,
  wantsFlip: boolean,
): Exclusion | Described {
  const { settings } = state
  const label = valueAt(columns.label, row)
  if (label === undefined) return 'label_missing'
  const predicted = predictedAt(settings, columns, row)
  if (predicted !== '' && predicted.length > 2) return predicted as Exclusion
  const facets = columns.facets.map((column) => valueAt(column, row))
  state.rows++
  learn(state.label, label, columns.label!, row)
  const key = labelKey(state, label)
  const group = settings.group === undefined ? '' : (valueAt(columns.group, row) ?? '')
  const keys = settings.facets.map((facet, i) => (facets[i] === undefined ? '' : facetKey(facet, facets[i])))
  for (const [i, counts] of state.facets.entries()) {
    if (facets[i] === undefined) {
      exclude(state, 'facet_missing')
      continue
    }
    learn(counts.values, facets[i], columns.facets[i]!, row)
    addCell(counts, cellKey(keys[i]!, group, key, predicted), 1)
  }
  if (wantsFlip) takeFlip(state.flip, batch, row, columns.features, keys, predicted)
  return { label, group, facets: keys }
}

function valueAt(column: Column | undefined, row: number): string | undefined {
  if (column === undefined || column.classes[row] === ValueClass.Missing) return undefined
  const number = column.numbers[row]!
  if (Number.isFinite(number)) return String(number + 0)
  const text = canonical(column.text(row)!)
  return text === '' ? undefined : text
}

/** Two flags, the reason why there is no prediction, or nothing when none is expected. */
function predictedAt(settings: Settings, { inference, probability }: Columns, row: number): string {
  if (settings.inference !== undefined) {
    const value = valueAt(inference, row)
    return value === undefined ? 'prediction_missing' : flags(settings.positives, settings.threshold, value)
  }
  if (settings.probability === undefined) return ''
  const value = valueAt(probability, row)
  if (value === undefined) return 'prediction_missing'
  const number = Number(value.replace(/^\[(.*)\]$/, '$1'))
  if (!(number >= 0 && number <= 1)) return 'probability_out_of_range'
  return number > settings.probabilityThreshold ? '11' : '00'
}

function facetKey({ values, threshold }: Facet, value: string): string {
  return values === undefined ? value : flags(values, threshold, value)
}

/** The label itself while there are few, then which side of the threshold it is on. */
export function labelKey(state: State, label: string): string {
  if (state.collapsed) return sideOf(state.settings, label)
  state.labels.add(label)
  if (state.labels.size > mostLabels) collapse(state)
  return state.collapsed ? sideOf(state.settings, label) : label
}

const sides = ['(above)', '(below)']

function sideOf({ threshold, positives }: Settings, label: string): string {
  if (sides.includes(label)) return label
  return (threshold === undefined ? positives.includes(label) : Number(label) > threshold)
    ? sides[0]!
    : sides[1]!
}

/** True for a label, or side, that is a positive outcome. */
export function isPositive(state: State, label: string): boolean {
  if (state.collapsed) return label === sides[0]
  return isThresholded(state)
    ? Number(label) > state.settings.threshold!
    : state.settings.positives.includes(label)
}

/** Whether labels are compared with a threshold: many different numbers, not classes. */
export function isThresholded({ collapsed, settings, labels, label }: State): boolean {
  return collapsed || (settings.threshold !== undefined && labels.size > 2 && isContinuous(label))
}

function collapse(state: State): void {
  state.collapsed = true
  state.labels.clear()
  for (const counts of state.facets) {
    const cells = counts.cells
    counts.cells = new Map()
    for (const [key, rows] of cells) {
      const { facet, group, label, predicted } = cellOf(key)
      addCell(counts, cellKey(facet, group, sideOf(state.settings, label), predicted), rows)
    }
  }
}

export function addCell(counts: FacetCounts, key: string, rows: number): void {
  if (counts.overflow) return
  counts.cells.set(key, (counts.cells.get(key) ?? 0) + rows)
  if (counts.cells.size <= mostCells) return
  counts.overflow = true
  counts.cells.clear()
}

export function mergeState(into: State, from: State): void {
  into.rows += from.rows
  for (const [why, rows] of from.excluded) into.excluded.set(why, (into.excluded.get(why) ?? 0) + rows)
  mergeValues(into.label, from.label)
  if (from.collapsed && !into.collapsed) collapse(into)
  if (!into.collapsed) {
    for (const label of from.labels) into.labels.add(label)
    if (into.labels.size > mostLabels) collapse(into)
  }
  for (const [i, counts] of from.facets.entries()) {
    const known = into.facets[i]!
    known.seen ||= counts.seen
    mergeValues(known.values, counts.values)
    if (counts.overflow) {
      known.overflow = true
      known.cells.clear()
    }
    for (const [key, rows] of counts.cells) addCell(known, collapsedKey(into, key), rows)
  }
  mergeFlip(into.flip, from.flip)
  if (into.asked && from.asked) mergeAsked(into.asked, from.asked)
}

function collapsedKey(state: State, key: string): string {
  if (!state.collapsed) return key
  const { facet, group, label, predicted } = cellOf(key)
  return cellKey(facet, group, sideOf(state.settings, label), predicted)
}
