/** The JSON that XGBoost's save_model writes → trees. Source of the layout: doc/model.schema of XGBoost 1.0 to 3. */
import type { Tree } from './trees.ts'

/** A model of trees: the score of a label is its bias and the sum of its trees. */
export interface TreeModel {
  /** Features by position, empty where the model does not name them. */
  readonly features: readonly string[]
  readonly width: number
  /** By label. */
  readonly bias: readonly number[]
  readonly trees: readonly (readonly Tree[])[]
}

type Json = Record<string, unknown>

/** More are taken for damage: they would fill the memory, or the stack. */
const mostLabels = 10_000
const mostLevels = 1000

/** How a base score, which is in the unit of the answers, becomes one of the margins. */
const links: readonly (readonly [RegExp, (score: number) => number])[] = [
  [/^(binary:logistic|binary:logitraw|reg:logistic)$/, (p) => Math.log(p / (1 - p))],
  [/^(count:poisson|reg:gamma|reg:tweedie|survival:cox)$/, Math.log],
  [/^(reg|multi|rank|binary:hinge|survival:aft)/, (score) => score],
]

/** @throws Error saying what of the model is not understood */
export function readXgboost(value: Json): TreeModel {
  const learner = objectAt(value, 'learner')
  const booster = objectAt(learner, 'gradient_booster')
  if (booster['name'] !== 'gbtree')
    throw new Error(`its booster is ${booster['name']}: only gbtree is understood`)
  const parameters = objectAt(learner, 'learner_model_param')
  if (Number(parameters['num_target'] ?? 1) > 1)
    throw new Error('it has several targets: only models of one are understood')
  const model = objectAt(booster, 'model')
  const labels = Math.max(1, Number(parameters['num_class'] ?? 0))
  if (!(labels <= mostLabels))
    throw new Error(`its num_class is ${parameters['num_class']}, expected at most ${mostLabels}`)
  const width = Number(parameters['num_feature'])
  const names = learner['feature_names'] ?? []
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
    throw new Error('its feature_names are no list of names')
  const trees = Array.from({ length: labels }, (): Tree[] => [])
  const groups = listAt(model, 'tree_info')
  for (const [i, tree] of listAt(model, 'trees').entries()) {
    const own = trees[Number(groups[i])]
    if (own === undefined) throw new Error(`tree ${i} is of the label ${groups[i]}, and there are ${labels}`)
    own.push(readTree(objectAt({ tree }, 'tree'), width, i))
  }
  return {
    features: names,
    width,
    bias: biasOf(parameters, String(objectAt(learner, 'objective')['name']), labels),
    trees,
  }
}

function biasOf({ base_score: text }: Json, objective: string, labels: number): number[] {
  const link = links.find(([names]) => names.test(objective))?.[1]
  if (link === undefined) throw new Error(`its objective ${objective} is not known`)
  const scores =
    String(text)
      .match(/[-+\d.eE]+/g)
      ?.map(Number) ?? []
  if (scores.length === 0 || !scores.every(Number.isFinite)) throw new Error(`its base_score is ${text}`)
  return Array.from({ length: labels }, (_, i) => link(scores[i] ?? scores[0]!))
}

function readTree(tree: Json, width: number, i: number): Tree {
  const list = (name: string) => listAt(tree, name, `tree ${i}`) as number[]
  if (list('split_type').some((type) => type !== 0))
    throw new Error(`tree ${i} splits by categories: only numbers are understood`)
  const result = {
    left: Int32Array.from(list('left_children')),
    right: Int32Array.from(list('right_children')),
    feature: Int32Array.from(list('split_indices')),
    value: Float64Array.from(list('split_conditions'), Math.fround),
    missingLeft: Uint8Array.from(list('default_left'), Number),
  }
  if (!isTree(result, width)) throw new Error(`tree ${i} is damaged, or deeper than ${mostLevels}`)
  return result
}

/** Whether every way from the root ends, at features that there are. */
function isTree({ left, right, feature, value }: Tree, width: number): boolean {
  const open = [[0, 1]]
  for (let seen = 0; open.length > 0; seen++) {
    const [node, level] = open.pop() as [number, number]
    if (seen > left.length || level > mostLevels) return false
    if (node >= left.length || node < 0 || !Number.isFinite(value[node])) return false
    if (left[node]! < 0) continue
    if (!(feature[node]! >= 0 && feature[node]! < width)) return false
    open.push([left[node]!, level + 1], [right[node]!, level + 1])
  }
  return true
}

function objectAt(value: Json, name: string): Json {
  const inner = value[name]
  if (typeof inner === 'object' && inner !== null) return inner as Json
  throw new Error(`it has no ${name}`)
}

function listAt(value: Json, name: string, of = 'it'): unknown[] {
  const list = value[name]
  if (Array.isArray(list)) return list
  throw new Error(`${of} has no ${name}`)
}
