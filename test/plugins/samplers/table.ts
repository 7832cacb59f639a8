/** Batches for the tests of the samplers. */
import type { Batch } from '../../../runtime/batch.ts'
import { BatchBuilder } from '../../../runtime/decode/batch-builder.ts'
import type { Sampler } from '../../../runtime/plugin.ts'
import { replay, sampling, startSample } from '../../../runtime/sample.ts'

/** Feeds one batch of rows with the ids `<prefix>0`, `<prefix>1` … and a column `group`. */
export function feed(
  groups: readonly (string | undefined)[],
  emit: (batch: Batch) => void,
  prefix = 'id',
): void {
  const builder = new BatchBuilder({
    columns: [{ name: 'group', kind: 'scalar', source: 'data' }],
    maxFeatures: 10,
    excluded: new Set(),
    rejects: new Map(),
    emit,
  })
  for (const [i, group] of groups.entries()) {
    builder.startRecordAt({ file: 'f', byte: 0, record: i + 1, offset: i })
    builder.identify(`${prefix}${i}`, i)
    builder.ready(builder.length)
    if (group !== undefined) builder.setText(builder.buffers[0]!, builder.length, group)
    builder.commit(1)
  }
  builder.flush()
}

/** The numbers of the rows that a sampler keeps, as the host uses it. */
export function kept(
  sampler: Sampler,
  options: object,
  groups: readonly (string | undefined)[],
  prefix?: string,
): number[] {
  const rows: number[] = []
  const see = (batch: Batch) => {
    for (let row = 0; row < batch.length; row++) rows.push(batch.time(row))
  }
  const sample = startSample()
  const take = sampling({ sampler, options }, sample)
  feed(
    groups,
    (batch) => {
      const now = take(batch)
      if (now) see(now)
    },
    prefix,
  )
  replay({ sampler, options }, sample, see)
  return rows
}

/**
 * Counts that a binomial variable leaves with a chance below `chance` on either side, by its exact distribution.
 */
export function binomialBounds(trials: number, share: number, chance: number): [least: number, most: number] {
  const logs = [0]
  for (let i = 1; i <= trials; i++) logs.push(logs[i - 1]! + Math.log(i))
  const mass = (k: number) =>
    Math.exp(
      logs[trials]! - logs[k]! - logs[trials - k]! + k * Math.log(share) + (trials - k) * Math.log1p(-share),
    )
  let least = 0
  for (let below = mass(0); below < chance; below += mass(++least));
  let most = trials
  for (let above = mass(trials); above < chance; above += mass(--most));
  return [least, most]
}
