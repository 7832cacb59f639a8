/** How often a change is found, beside what others would do with the same numbers. */
import { type MeasuredText, measureText } from '../../plugins/nlp/column-state.ts'
import { seeded } from '../../runtime/conformance/random.ts'
import { wholeMap } from '../../runtime/sketches/text-map.ts'
import { personalData } from '../../runtime/text/personal-data.ts'
import { alarmRate, heading, shuffled, some } from './grid.ts'
import { crops, imageChanges, inColour, photographs } from './image-crops.ts'
import { exchangeModality, imageModality, level, textModality } from './modalities.ts'
import { changedExchanges, exchangeChanges, held, textChanges } from './text-changes.ts'
import { bonferroniKs, exactMmd } from './vector-peers.ts'

type Say = (...cells: (string | number)[]) => void

const peerRuns = 20
const baselineSize = 2000

/** Rates of the two peers, on the same rows: KS per property, and exact MMD of at most 300 against 300. */
function peers(
  before: readonly Float32Array[],
  after: readonly Float32Array[],
  n: number,
  maps: { before: readonly Float32Array[]; after: readonly Float32Array[] },
): string[] {
  const windows = Array.from({ length: peerRuns }, (_, run) => run)
  const rate = (p: (run: number) => number) =>
    (windows.filter((run) => p(run) < level).length / peerRuns).toFixed(2)
  const few = Math.min(n, 300)
  return [
    rate((run) => bonferroniKs(before, some(after, n, seeded(run)))),
    rate((run) =>
      exactMmd(
        some(maps.before, 300, seeded(run + 500)),
        some(maps.after, few, seeded(run)),
        seeded(run),
        199,
      ),
    ),
  ]
}

/** The rows with every column of mean 0 and deviation 1, in the scale of the first list. */
function scaled(before: readonly Float32Array[], after: readonly Float32Array[]) {
  const width = before[0]!.length
  const mean = new Float64Array(width)
  const deviation = new Float64Array(width)
  for (const row of before) for (let j = 0; j < width; j++) mean[j]! += row[j]! / before.length
  for (const row of before)
    for (let j = 0; j < width; j++) deviation[j]! += (row[j]! - mean[j]!) ** 2 / before.length
  const one = (row: Float32Array) =>
    row.map((x, j) => (deviation[j]! > 0 ? (x - mean[j]!) / Math.sqrt(deviation[j]!) : 0))
  return { before: before.map(one), after: after.map(one) }
}

const columns = ['n', 'found', 'KS + Bonferroni', 'exact MMD']

/** Texts: the whole of `nlp`; KS over its properties, MMD over the maps. */
export function textPower(topics: ReadonlyMap<string, string[]>, runs: number, say: Say): void {
  const known = new Map([...topics].filter(([name]) => !held.includes(name)))
  const modality = textModality(known)
  const pool = shuffled(modality.groups.flat(), seeded(1))
  const [before, rest] = [pool.slice(0, baselineSize), pool.slice(baselineSize)]
  const verdict = modality.fit([before])
  const rows = (list: readonly MeasuredText[]) => list.map(({ properties }) => properties)
  const maps = (list: readonly MeasuredText[]) =>
    list.slice(0, 1000).map(({ map }) => Float32Array.from(wholeMap(map)))
  heading(
    `power, texts: ${pool.length} fortunes, one baseline of ${baselineSize}, ${runs} runs, peers ${peerRuns}`,
  )
  say('change', ...columns)
  for (const [name, change] of Object.entries(textChanges(topics))) {
    const random = seeded(77)
    const after = rest.map(({ text }) => measureText(change(text, random)))
    for (const n of [100, 300])
      say(
        name,
        n,
        alarmRate(verdict, after, n, runs),
        ...peers(rows(before), rows(after), n, { before: maps(before), after: maps(after) }),
      )
  }
}

/** Images: all photographs, and those in colour, of which every crop changes when channels are swapped. */
export async function imagePower(folder: string, runs: number, say: Say): Promise<void> {
  const all = await photographs(folder)
  for (const [what, photos] of [
    ['photographs', all],
    ['photographs in colour', await inColour(all)],
  ] as const) {
    const before = (await crops(photos, 'none', baselineSize, 1)).map(({ row }) => row)
    const verdict = imageModality([]).fit([before])
    heading(
      `power, images: crops of ${photos.length} ${what}, one baseline of ${baselineSize}, ${runs} runs, peers ${peerRuns}`,
    )
    say('change', ...columns)
    for (const name of imageChanges) {
      const after = (await crops(photos, name, 1500, 100_000)).map(({ row }) => row)
      for (const n of [50, 300])
        say(name, n, alarmRate(verdict, after, n, runs), ...peers(before, after, n, scaled(before, after)))
    }
  }
}

/** Conversations: the properties of `llm`, on all texts and on those without personal data. */
export function exchangePower(topics: ReadonlyMap<string, string[]>, runs: number, say: Say): void {
  exchangeTable('pairs of fortunes', topics, runs, say)
  exchangeTable('pairs of fortunes without personal data', withoutPersonal(topics), runs, say)
}

/** Topics of 50 texts and more without addresses and the like, which 2.5 % of all fortunes have. */
function withoutPersonal(topics: ReadonlyMap<string, string[]>): Map<string, string[]> {
  const kept = [...topics].map(([name, texts]): [string, string[]] => [
    name,
    texts.filter((text) => !personalData(text).some(Boolean)),
  ])
  return new Map(kept.filter(([, texts]) => texts.length >= 50))
}

function exchangeTable(what: string, topics: ReadonlyMap<string, string[]>, runs: number, say: Say): void {
  const modality = exchangeModality(topics)
  const before = shuffled(modality.groups.flat(), seeded(1)).slice(0, baselineSize)
  const verdict = modality.fit([before])
  heading(`power, exchanges: ${what}, one baseline of ${baselineSize}, ${runs} runs, peers ${peerRuns}`)
  say('change', ...columns)
  for (const name of exchangeChanges) {
    const after = changedExchanges(topics, name, 3000, seeded(9))
    for (const n of [100, 300])
      say(name, n, alarmRate(verdict, after, n, runs), ...peers(before, after, n, scaled(before, after)))
  }
}
