/**
 * Merges results of consecutive units in one fixed shape, whoever computed them and in whatever order they arrive, so any grouping
 * gives the same bits: sixteen units one after the other, sixteen such groups one after the other, and so on. So few results wait
 * that a long run needs hardly more memory than a short one.
 */

/** The merged results of the units from (inclusive) to (exclusive). */
export interface TreeNode<T> {
  readonly from: number
  readonly to: number
  readonly value: T
}

/** Results that are merged one after the other before the next level takes over. */
const groupSize = 16

/** Units of the largest whole groups that a run of `size` units, at least 1, can consist of. */
function childSize(size: number): number {
  let child = 1
  while (size % (child * groupSize) === 0) child *= groupSize
  return child
}

/** True for a single group at its place, and for the first few of one. */
function isNode({ from, to }: TreeNode<unknown>): boolean {
  const size = to - from
  if (!Number.isInteger(from) || !Number.isInteger(size) || from < 0 || size < 1) return false
  const child = childSize(size)
  return from % (size === child ? child : child * groupSize) === 0 && size < child * groupSize
}

/** Holds one result for each level, log16(n), beside those that arrived early. */
export class MergeTree<T> {
  readonly #merge: (into: T, from: T) => void
  readonly #nodes = new Map<number, TreeNode<T>>()

  /** @param merge folds the second argument, which comes later in the input, into the first */
  constructor(merge: (into: T, from: T) => void) {
    this.#merge = merge
  }

  /**
   * Adds a node and merges what can be merged.
   * @throws RangeError when it is no node of the tree, or a unit of it was added before
   */
  add(node: TreeNode<T>): void {
    if (!isNode(node)) throw new RangeError(`units ${node.from} to ${node.to} are no node of the tree`)
    for (const { from, to } of this.#nodes.values()) {
      if (node.from < to && from < node.to)
        throw new RangeError(`unit ${Math.max(node.from, from)} is there twice`)
    }
    this.#nodes.set(node.from, node)
    for (let next: TreeNode<T> | undefined = node; next !== undefined; ) next = this.#grow(next)
  }

  /** Merges a node with its neighbour, where it is the neighbour's turn; undefined when it is nobody's. */
  #grow({ from, to }: TreeNode<T>): TreeNode<T> | undefined {
    const child = childSize(to - from)
    const start = from - (from % (child * groupSize))
    const first = this.#nodes.get(start)
    const second = from === start ? this.#nodes.get(to) : this.#nodes.get(from)
    if (!first || !second || first.to !== second.from || second.to - second.from !== child) return undefined
    if (second.to > start + child * groupSize || (first.to - start) % child !== 0) return undefined
    this.#merge(first.value, second.value)
    const merged = { from: start, to: second.to, value: first.value }
    this.#nodes.delete(second.from)
    this.#nodes.set(start, merged)
    return merged
  }

  /** What is there, in order. */
  nodes(): TreeNode<T>[] {
    return [...this.#nodes.values()].sort((a, b) => a.from - b.from)
  }

  /**
   * The merged result of all units; undefined when there are none.
   * @throws RangeError naming the first unit that is missing
   */
  finish(units: number): T | undefined {
    const nodes = this.nodes()
    let next = 0
    for (const { from, to } of nodes) {
      if (from !== next) break
      next = to
    }
    if (next !== units) throw new RangeError(`unit ${next} is missing`)
    const first = nodes[0]?.value
    for (const { value } of nodes.slice(1)) this.#merge(first as T, value)
    return first
  }
}
