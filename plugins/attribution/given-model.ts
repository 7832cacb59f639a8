/** Attributions from the model itself, where its file is given: exact, and nothing is asked. */
import { readFile } from 'node:fs/promises'
import type { Cell } from '../../runtime/models/payload.ts'
import type { Explanation } from './explain.ts'
import { addAttributions, answerOf } from './trees.ts'
import { readXgboost, type TreeModel } from './xgboost.ts'

/** A linear model: the score of a label is its bias and the weighted sum of the features. */
interface LinearModel {
  readonly features: readonly string[]
  readonly width: number
  readonly bias: readonly number[]
  /** By label and feature. */
  readonly weights: readonly (readonly number[])[]
}

type GivenModel = TreeModel | LinearModel

/** An explanation, and which of the rows are in it. */
export interface GivenExplanation extends Explanation {
  /** Indexes of the rows that the model understands: numbers, and for trees missing ones. */
  readonly rows: readonly number[]
}

/**
 * Interventional Shapley values of the scores before any link (log-odds of a logistic model), averaged over the background.
 * @param path XGBoost's JSON, or a linear model: `{"weights": [...], "bias": 0, "features": [...]}`, lists of both by label
 * @param names features by position of the cells
 * @throws Error naming the file and what is wrong with it, or with the background
 */
export async function explainGiven(
  path: string,
  names: readonly string[],
  rows: readonly (readonly Cell[])[],
  background: readonly (readonly Cell[])[],
): Promise<GivenExplanation> {
  const model = await readModel(path)
  const places = placesOf(model, names, path)
  const missing = 'trees' in model
  const others = background.map((cells) => numbersOf(cells, places, missing))
  if (others.includes(undefined))
    throw new Error(`the rows that stand for absent features hold what the model ${path} takes for no number`)
  const numbers = rows.map((cells) => numbersOf(cells, places, missing))
  const understood = numbers.flatMap((row, i) => (row === undefined ? [] : [i]))
  return {
    rows: understood,
    expected: model.bias.map((_, label) => meanOf(others.map((row) => scoreOf(model, label, row!)))),
    local: model.bias.map((_, label) =>
      understood.map((i) =>
        attributionsOf(model, label, numbers[i]!, others as Float64Array[], places, names),
      ),
    ),
  }
}

async function readModel(path: string): Promise<GivenModel> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (typeof value !== 'object' || value === null) throw new Error('it is no JSON object')
    if ('learner' in value) return readXgboost(value as Record<string, unknown>)
    if ('weights' in value) return readLinear(value)
    throw new Error("expected XGBoost's JSON (learner) or a linear model (weights)")
  } catch (error) {
    throw new Error(`the model ${path} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

function readLinear(value: { weights: unknown; bias?: unknown; features?: unknown }): LinearModel {
  const { weights, bias = 0, features = [] } = value
  const list = Array.isArray(weights) && Array.isArray(weights[0]) ? weights : [weights]
  const width = list[0]?.length ?? 0
  const biases = [bias].flat()
  const right =
    list.every((row) => Array.isArray(row) && row.length === width && row.every(Number.isFinite)) &&
    biases.length === list.length &&
    biases.every(Number.isFinite) &&
    Array.isArray(features) &&
    (features.length === 0 || features.length === width)
  if (!right || width === 0)
    throw new Error(
      'weights and bias must be numbers, a list of weights and a bias per label, one weight per feature',
    )
  return { features, width, bias: biases as number[], weights: list }
}

/** Where in a row of the data each feature of the model is. */
function placesOf({ features, width }: GivenModel, names: readonly string[], path: string): number[] {
  if (features.length === 0) {
    if (width !== names.length)
      throw new Error(`the model ${path} has ${width} features without names, the data ${names.length}`)
    return names.map((_, i) => i)
  }
  const missing = features.filter((name) => !names.includes(name))
  if (missing.length > 0) {
    const [first] = missing
    throw new Error(
      `the data has no column ${first}, a feature of the model ${path} (${missing.length} are missing)`,
    )
  }
  return features.map((name) => names.indexOf(name))
}

/** The features of the model, missing ones NaN; undefined when one is a text, or missing where that is not understood. */
function numbersOf(
  cells: readonly Cell[],
  places: readonly number[],
  missing: boolean,
): Float64Array | undefined {
  const row = Float64Array.from(places, (place) => {
    const cell = cells[place] ?? null
    // Trees were grown over floats of 32 bits, and compare those.
    return typeof cell === 'number' ? (missing ? Math.fround(cell) : cell) : Number.NaN
  })
  const known = places.every(
    (place) => typeof cells[place] === 'number' || (missing && cells[place] === null),
  )
  return known ? row : undefined
}

function scoreOf(model: GivenModel, label: number, row: Float64Array): number {
  if ('weights' in model)
    return model.weights[label]!.reduce((sum, weight, k) => sum + weight * row[k]!, model.bias[label]!)
  return model.trees[label]!.reduce((sum, tree) => sum + answerOf(tree, row), model.bias[label]!)
}

/** By position of the data. */
function attributionsOf(
  model: GivenModel,
  label: number,
  row: Float64Array,
  others: readonly Float64Array[],
  places: readonly number[],
  names: readonly string[],
): Float64Array {
  const own = new Float64Array(row.length)
  for (const other of others)
    if ('weights' in model)
      for (let k = 0; k < own.length; k++) own[k]! += model.weights[label]![k]! * (row[k]! - other[k]!)
    else for (const tree of model.trees[label]!) addAttributions(tree, row, other, own)
  const result = new Float64Array(names.length)
  for (const [k, place] of places.entries()) result[place] = own[k]! / others.length
  return result
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
