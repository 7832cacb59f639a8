/** Rows, a model and what stands for absent features → attributions of every row. */
import type { Model } from '../../runtime/models/http.ts'
import type { Cell } from '../../runtime/models/payload.ts'
import { coalitionsOf } from './coalitions.ts'
import { allSets, exactShapley, mostExactFeatures } from './exact.ts'
import { attributionsOf, type Solver, solverOf } from './kernel.ts'

export interface Explanation {
  /** What the model says of the background, per label. */
  readonly expected: number[]
  /** Attributions by label, row and feature. */
  readonly local: Float64Array[][]
}

export interface ExplainOptions {
  readonly method: 'kernel' | 'exact'
  /** Sets of features per row. */
  readonly samples: number
  readonly seed: number
  /** Explains log-odds. */
  readonly logit: boolean
}

/** @throws Error from the model; for exact values of too many features */
export async function explain(
  rows: readonly (readonly Cell[])[],
  background: readonly (readonly Cell[])[],
  model: Model,
  options: ExplainOptions,
): Promise<Explanation> {
  const link = options.logit ? logit : (p: number) => p
  const answer = async (asked: readonly (readonly Cell[])[]) => {
    const scores = await model.ask(asked)
    return scores.map((list) => list.map(link))
  }
  const expected = meanOf(await answer(background))
  const local: Float64Array[][] = expected.map(() => [])
  const solvers = new Map<number, Solver>()
  for (const row of rows) {
    // A feature that is the same in all of the background has no part in the difference.
    const varying = row.map((_, k) => k).filter((k) => background.some((other) => other[k] !== row[k]))
    const masks = masksOf(varying.length, options, solvers)
    const asked = [...masks, new Uint8Array(varying.length).fill(1)].flatMap((mask) =>
      background.map((other) => mixed(row, other, varying, mask)),
    )
    const scores = await answer(asked)
    const values = [...masks, 0].map((_, i) =>
      meanOf(scores.slice(i * background.length, (i + 1) * background.length)),
    )
    const full = values.pop()!
    for (const [label, empty] of expected.entries()) {
      const own = values.map((each) => each[label]!)
      const found = valuesOf(varying.length, own, empty, full[label]!, options, solvers)
      const all = new Float64Array(row.length)
      for (const [i, k] of varying.entries()) all[k] = found[i]!
      local[label]!.push(all)
    }
  }
  return { expected, local }
}

function masksOf(
  features: number,
  { method, samples, seed }: ExplainOptions,
  solvers: Map<number, Solver>,
): Uint8Array[] {
  if (features < 2) return []
  if (method === 'exact') {
    if (features > mostExactFeatures)
      throw new Error(
        `exact values are for at most ${mostExactFeatures} features that vary: use method kernel`,
      )
    return allSets(features)
  }
  const known = solvers.get(features) ?? solverOf(coalitionsOf(features, samples, seed))
  solvers.set(features, known)
  return known.coalitions.masks
}

function valuesOf(
  features: number,
  values: readonly number[],
  empty: number,
  full: number,
  { method }: ExplainOptions,
  solvers: ReadonlyMap<number, Solver>,
): ArrayLike<number> {
  if (features === 0) return []
  if (features === 1) return [full - empty]
  if (method === 'exact') return exactShapley(features, values, empty, full)
  return attributionsOf(solvers.get(features)!, values, empty, full)
}

/** The background's row with the features of a set taken from the row. */
function mixed(
  row: readonly Cell[],
  other: readonly Cell[],
  varying: readonly number[],
  mask: Uint8Array,
): Cell[] {
  const result = [...other]
  for (const [i, k] of varying.entries()) if (mask[i] === 1) result[k] = row[k]!
  return result
}

function meanOf(rows: readonly (readonly number[])[]): number[] {
  const sums = rows[0]!.map(() => 0)
  for (const row of rows) for (const [i, value] of row.entries()) sums[i]! += value
  return sums.map((sum) => sum / rows.length)
}

function logit(p: number): number {
  const inside = Math.min(1 - 1e-7, Math.max(1e-7, p))
  return Math.log(inside / (1 - inside))
}
