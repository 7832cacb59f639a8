/**
 * Merges results of consecutive units in one fixed shape, whoever computed them and in whatever order they arrive: two
 * neighbours of the same size whose first index is a multiple of twice that size. So any grouping gives the same bits.
 */

/** The merged results of the units from (inclusive) to (exclusive). */
export interface TreeNode<T> {
  readonly from: number
  readonly to: number
  readonly value: T
}

/** True when a tree of single units has such a node. */
function isAligned({ from, to }: TreeNode<unknown>): boolean {
  const size = to - from
  return from >= 0 && size >= 1 && Number.isInteger(Math.log2(size)) && from % size === 0
}

/** Holds at most about log2(n) results beside those that arrived early. */
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
    if (!isAligned(node)) throw new RangeError(`units ${node.from} to ${node.to} are no node of the tree`)
    for (const { from, to } of this.#nodes.values()) {
      if (node.from < to && from < node.to)
        throw new RangeError(`unit ${Math.max(node.from, from)} is there twice`)
    }
    let current = node
    for (;;) {
      const size = current.to - current.from
      const left = current.from % (2 * size) === 0
      const sibling = this.#nodes.get(left ? current.to : current.from - size)
      if (sibling === undefined || sibling.to - sibling.from !== size) break
      this.#nodes.delete(sibling.from)
      const [first, second] = left ? [current, sibling] : [sibling, current]
      this.#merge(first.value, second.value)
      current = { from: first.from, to: second.to, value: first.value }
    }
    this.#nodes.set(current.from, current)
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
