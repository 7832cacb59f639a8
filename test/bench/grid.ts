/** False alarms at level 0.01: independent records, and traffic whose mix changes from hour to hour. */
import { stdout } from 'node:process'
import { type Random, seeded } from '../../runtime/conformance/random.ts'
import type { Modality, Verdict } from './modalities.ts'

type Say = (...cells: (string | number)[]) => void

const sizes = [50, 300, 1000]
const baselineSize = 2000

/**
 * Windows of records that the baseline does not have, each size against every baseline.
 * @param baselines how many are made; the runs are spread over them
 */
export function nullTable<T>(modality: Modality<T>, runs: number, baselines: number, say: Say): void {
  const pool = modality.groups.flat()
  const alarms = sizes.map(() => 0)
  const perBaseline = Math.ceil(runs / baselines)
  for (let b = 0; b < baselines; b++) {
    const list = shuffled(pool, seeded(100 + b))
    const verdict = modality.fit([list.slice(0, baselineSize)])
    const rest = list.slice(baselineSize)
    for (const [s, n] of sizes.entries())
      for (let run = 0; run < perBaseline; run++) {
        const random = seeded(10_000 * (b + 1) + 10 * run + s)
        if (verdict(some(rest, n, random))) alarms[s]!++
      }
  }
  say(
    modality.name,
    perBaseline * baselines,
    baselines,
    ...alarms.map((count) => share(count, perBaseline * baselines)),
  )
}

/**
 * Windows among whose records some are rare and always the same, each size against baselines of each size.
 * @param modality its first group are usual records, its second the rare ones
 * @param rare share of the rare ones
 */
export function rareTable<T>(
  modality: Modality<T>,
  rare: number,
  runs: number,
  baselines: number,
  say: Say,
): void {
  const [usual, same] = modality.groups as [readonly T[], readonly T[]]
  const draw = (seed: number, n: number) => {
    const random = seeded(seed)
    return Array.from({ length: n }, () => random.pick(random.next() < rare ? same : usual))
  }
  const perBaseline = Math.ceil(runs / baselines)
  for (const before of [400, 2000]) {
    const alarms = [400, 2000].map(() => 0)
    for (let b = 0; b < baselines; b++) {
      const verdict = modality.fit([draw(1_000_000 + b, before)])
      for (const [s, n] of [400, 2000].entries())
        for (let run = 0; run < perBaseline; run++)
          if (verdict(draw(5_000_000 + 1000 * b + run, n))) alarms[s]!++
    }
    const total = perBaseline * baselines
    say(modality.name, before, total, baselines, ...alarms.map((count) => share(count, total)))
  }
}

/** How an hour's mix of groups differs from the usual one: a factor per group. */
const traffic: Readonly<Record<string, (hour: number, groups: number, random: Random) => number[]>> = {
  'truly independent': (_, groups) => new Array<number>(groups).fill(1),
  'small offset per hour': (_, groups, random) =>
    Array.from({ length: groups }, () => Math.exp(0.25 * random.normal())),
  'diurnal swing': (hour, groups) => {
    const swing = Math.exp(0.4 * Math.sin((2 * Math.PI * hour) / 24))
    return Array.from({ length: groups }, (_, g) => (g % 3 === 0 ? swing : 1))
  },
  'topic mix per hour': (_, groups, random) => {
    const factor = 0.5 + 1.5 * random.next()
    return Array.from({ length: groups }, (_, g) => (g % 4 === 1 ? factor : 1))
  },
}

/** Hours of traffic against baselines of hours; also what a baseline that knows no hours would say. */
export function hourTable<T>(modality: Modality<T>, runs: number, baselines: number, say: Say): void {
  for (const [name, make] of Object.entries(traffic)) {
    const perBaseline = Math.ceil(runs / baselines)
    const counts = { plain: [0, 0, 0], day: [0, 0, 0], week: [0, 0, 0] }
    for (let b = 0; b < baselines; b++) {
      const hour = (h: number, seed: number, n: number) => {
        const random = seeded(seed)
        return drawn(modality.groups, make(h, modality.groups.length, random), n, random)
      }
      const day = Array.from({ length: 24 }, (_, h) => hour(h, 5000 * (b + 1) + h, 250))
      const week = Array.from({ length: 168 }, (_, h) => hour(h, 700_000 * (b + 1) + h, 60))
      const verdicts = {
        plain: modality.fit([shuffled(day.flat(), seeded(b)).slice(0, baselineSize)]),
        day: modality.fit(day),
        week: modality.fit(week),
      }
      for (const [s, n] of sizes.entries())
        for (let run = 0; run < perBaseline; run++) {
          const window = hour(run, 9_000_000 + 10_000 * b + 10 * run + s, n)
          for (const key of ['plain', 'day', 'week'] as const) if (verdicts[key](window)) counts[key][s]!++
        }
    }
    for (const [s, n] of sizes.entries())
      say(
        modality.name,
        name,
        n,
        ...(['plain', 'day', 'week'] as const).map((key) => share(counts[key][s]!, perBaseline * baselines)),
      )
  }
}

/** Share of a verdict's alarms over `runs` windows of `n` records each. */
export function alarmRate<T>(verdict: Verdict<T>, records: readonly T[], n: number, runs: number): string {
  let alarms = 0
  for (let run = 0; run < runs; run++) if (verdict(some(records, n, seeded(40_000 + run)))) alarms++
  return share(alarms, runs)
}

/** `n` different records. */
export function some<T>(records: readonly T[], n: number, random: Random): T[] {
  const places = new Set<number>()
  while (places.size < Math.min(n, records.length)) places.add(random.below(records.length))
  return [...places].map((place) => records[place]!)
}

/** Records drawn with replacement, groups weighted by their size times a factor. */
function drawn<T>(
  groups: readonly (readonly T[])[],
  factors: readonly number[],
  n: number,
  random: Random,
): T[] {
  const ends: number[] = []
  let total = 0
  for (const [g, group] of groups.entries()) ends.push((total += group.length * factors[g]!))
  return Array.from({ length: n }, () => {
    const at = random.next() * total
    return random.pick(groups[ends.findIndex((end) => at < end)]!)
  })
}

export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
  }
  return copy
}

function share(count: number, of: number): string {
  return (count / of).toFixed(4)
}

/** Writes what the tables below show. */
export function heading(text: string): void {
  stdout.write(`\n${text}\n`)
}
