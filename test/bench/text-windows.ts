/** Windows of texts for other programs (text-evidently.py), and what we say of the same windows. */
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createTextState, foldTexts, type MeasuredText, measureText } from '../../plugins/nlp/column-state.ts'
import { restoreText, runsShare, summarizeText } from '../../plugins/nlp/summarize.ts'
import { seeded } from '../../runtime/conformance/random.ts'
import { shuffled, some } from './grid.ts'
import { level } from './modalities.ts'
import { held, type TextChange, textChanges } from './text-changes.ts'

const baselineSize = 2000
const sizes = [100, 300, 1000]
const settings = { alpha: level, minRecords: 50, enabled: true }

/** Changes in growing sizes, and those of the power table. */
function changesOf(topics: ReadonlyMap<string, string[]>): Record<string, TextChange> {
  const all = textChanges(topics)
  const typos = all['typos in half (one swap in 20 characters)']!
  const mix =
    (share: number): TextChange =>
    (text, random) =>
      random.next() < share ? random.pick(topics.get('computers')!) : text
  return {
    '5 % computers': mix(0.05),
    '10 % computers': mix(0.1),
    '20 % computers': mix(0.2),
    '40 % computers': mix(0.4),
    'typos in 10 %': (text, random) => (random.next() < 0.2 ? typos(text, random) : text),
    'typos in 25 %': (text, random) => (random.next() < 0.5 ? typos(text, random) : text),
    'typos in 50 %': typos,
    '20 % science': all['20 % science']!,
    '20 % poems': all['20 % poems']!,
    '20 % zippy': all['20 % zippy']!,
    'half of the texts cut in half': all['half of the texts cut in half']!,
    'an address in 3 %': all['an address in 3 %']!,
  }
}

/**
 * Writes `texts.jsonl`: the baseline, then per line one window `{ change, n, ours, texts }`. `ours` is the number that
 * `nlp` compares with its level: the smaller of its two p-values, each over its share of the level.
 * @param nulls windows without a change, per size
 * @param runs windows per change and size
 */
export async function exportTexts(
  topics: ReadonlyMap<string, string[]>,
  nulls: number,
  runs: number,
  to: string,
): Promise<void> {
  const known = [...topics].filter(([name]) => !held.includes(name)).flatMap(([, texts]) => texts)
  const pool = shuffled(known.map(measureText), seeded(1))
  const [before, rest] = [pool.slice(0, baselineSize), pool.slice(baselineSize)]
  const score = scoreAgainst(before)
  const out = createWriteStream(join(to, 'texts.jsonl'))
  const line = (value: object) => out.write(`${JSON.stringify(value)}\n`)
  line({ texts: before.map(({ text }) => text) })
  const windows = (change: string, after: readonly MeasuredText[], count: number) => {
    for (const n of sizes)
      for (let run = 0; run < count; run++) {
        const window = some(after, n, seeded(40_000 + run))
        line({ change, n, ours: score(window), texts: window.map(({ text }) => text) })
      }
  }
  windows('none', rest, nulls)
  for (const [name, change] of Object.entries(changesOf(topics))) {
    const random = seeded(77)
    windows(
      name,
      rest.map(({ text }) => measureText(change(text, random))),
      runs,
    )
  }
  out.end()
  await finished(out)
}

/** A window's score against a baseline: alarms are those below the level. */
function scoreAgainst(before: readonly MeasuredText[]): (window: readonly MeasuredText[]) => number {
  const state = createTextState(undefined, baselineSize, false)
  foldTexts(state, before, placesOf(before.length))
  const { reference } = summarizeText('text', state, before.length, settings, 20)
  const baseline = restoreText(JSON.parse(JSON.stringify(reference)), 'text')
  return (window) => {
    const now = createTextState(baseline, baselineSize, false)
    foldTexts(now, window, placesOf(window.length))
    const { drift } = summarizeText('text', now, window.length, settings, 20)
    const properties = Math.min(...drift!.properties.map(({ familyPValue }) => familyPValue))
    return Math.min(1, drift!.p_value / runsShare, properties / (1 - runsShare))
  }
}

function placesOf(count: number) {
  const random = seeded(11)
  return Array.from({ length: count }, () => ({ hash: random.next(), side: random.next(), hour: Number.NaN }))
}
