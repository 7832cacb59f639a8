/**
 * Exact Shapley values of sums of decision trees, absent features taken from a background row (interventional TreeSHAP:
 * S. M. Lundberg et al., From local explanations to global understanding with explainable AI for trees, 2020).
 */

/** A binary tree in arrays, the root first. */
export interface Tree {
  /** Children by node; -1 where the node is a leaf. */
  readonly left: Int32Array
  readonly right: Int32Array
  /** Position of the feature that a node asks about. */
  readonly feature: Int32Array
  /** A node's threshold: a lower value goes left; a leaf's value. */
  readonly value: Float64Array
  /** 1 where a missing value (NaN) goes left. */
  readonly missingLeft: Uint8Array
}

/** What a tree says of a row. */
export function answerOf(tree: Tree, row: Float64Array): number {
  let node = 0
  while (tree.left[node]! >= 0) node = childOf(tree, node, row)
  return tree.value[node]!
}

function childOf(
  { left, right, feature, value, missingLeft }: Tree,
  node: number,
  row: Float64Array,
): number {
  const x = row[feature[node]!]!
  const goesLeft = Number.isNaN(x) ? missingLeft[node] === 1 : x < value[node]!
  return goesLeft ? left[node]! : right[node]!
}

/** Adds the attributions of a row, against a background row, to `result`: they add up to the difference of the two answers. */
export function addAttributions(
  tree: Tree,
  row: Float64Array,
  background: Float64Array,
  result: Float64Array,
): void {
  new Walk(tree, row, background, result).visit(0, 0, 0)
}

const undecided = 0
const fromRow = 1
const fromBackground = 2

/** All ways through a tree that a mixture of both rows can take. */
class Walk {
  readonly #tree: Tree
  readonly #row: Float64Array
  readonly #background: Float64Array
  readonly #result: Float64Array
  /** From which row each feature is, on the way to the node. */
  readonly #origin: Uint8Array
  /** Of the leaves below the last node visited: what a feature of either row on the way gains from them. */
  #gain = 0
  #loss = 0

  constructor(tree: Tree, row: Float64Array, background: Float64Array, result: Float64Array) {
    this.#tree = tree
    this.#row = row
    this.#background = background
    this.#result = result
    this.#origin = new Uint8Array(row.length)
  }

  /** @param own features on the way that are from the row; `other`: from the background */
  visit(node: number, own: number, other: number): void {
    if (this.#tree.left[node]! < 0) return this.#leaf(this.#tree.value[node]!, own, other)
    const feature = this.#tree.feature[node]!
    const origin = this.#origin[feature]!
    const mine = childOf(this.#tree, node, this.#row)
    const theirs = childOf(this.#tree, node, this.#background)
    if (origin !== undecided) return this.visit(origin === fromRow ? mine : theirs, own, other)
    if (mine === theirs) return this.visit(mine, own, other)
    this.#origin[feature] = fromRow
    this.visit(mine, own + 1, other)
    const [gain, loss] = [this.#gain, this.#loss]
    this.#origin[feature] = fromBackground
    this.visit(theirs, own, other + 1)
    this.#origin[feature] = undecided
    this.#result[feature]! += gain - this.#loss
    this.#gain += gain
    this.#loss += loss
  }

  #leaf(value: number, own: number, other: number): void {
    this.#gain = own > 0 ? value * orders(own, other) : 0
    this.#loss = other > 0 ? value * orders(other, own) : 0
  }
}

/** (a − 1)! b! / (a + b)!: how often one of a features comes last of them, and before all of b. */
function orders(a: number, b: number): number {
  const key = 2 ** 20 * a + b
  const known = table.get(key)
  if (known !== undefined) return known
  let result = 1 / (a + b)
  for (let i = 1; i < a; i++) result *= i / (b + i)
  table.set(key, result)
  return result
}
const table = new Map<number, number>()
