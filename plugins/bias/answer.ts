/** The rows that were kept → what the model says of them, counted. */
import { type Model, withModel } from '../../runtime/models/http.ts'
import { onnxModel } from '../../runtime/models/onnx-rows.ts'
import type { AnalyzerHost } from '../../runtime/plugin.ts'
import { sampledRows } from '../../runtime/sketches/row-sample.ts'
import type { AskedRow } from './asked.ts'
import { addCell, cellKey, exclude, type FacetCounts, labelKey, type State, startFacet } from './cells.ts'
import { keepLowest } from './flip-rows.ts'
import { flags, type Options, type Settings } from './settings.ts'

/** Asks the model about the rows and counts what it says; they then take part in the flip test. */
export async function answer(state: State, options: Options['model'], host: AnalyzerHost): Promise<void> {
  const { settings, asked } = state
  const rows = asked ? sampledRows(asked.sample) : []
  if (asked === undefined || settings.asks === undefined || rows.length === 0) return
  const { wire, kind, labels } = settings.asks
  const cells = rows.map(({ content }) => content.cells)
  const byScore = async (model: Model) =>
    (await model.ask(cells)).map((scores) => scoreFlags(settings, labels, scores))
  const predictions =
    options.path === ''
      ? await withModel(options, { ...wire, names: asked.names }, host, async (model) =>
          kind === 'label'
            ? (await model.labels(cells)).map((label) => labelFlags(settings, label))
            : byScore(model),
        )
      : await byScore(onnxModel(options, asked.names))
  const answered = settings.facets.map(startFacet)
  state.answered = answered
  state.flip.names = [...asked.names]
  for (const [i, { content, ...place }] of rows.entries()) {
    const predicted = predictions[i]
    if (predicted === undefined) {
      exclude(state, 'probability_out_of_range')
      continue
    }
    count(state, answered, content, predicted)
    const features = Float64Array.from(content.cells, (cell) =>
      typeof cell === 'number' ? cell : Number.NaN,
    )
    state.flip.seen++
    state.flip.rows.push({ ...place, facets: content.facets, predicted, features })
  }
  keepLowest(state.flip)
}

function count(state: State, answered: FacetCounts[], row: AskedRow, predicted: string): void {
  const label = labelKey(state, row.label)
  for (const [i, facet] of row.facets.entries())
    if (facet !== '') addCell(answered[i]!, cellKey(facet, row.group, label, predicted), 1)
}

function labelFlags({ positives, threshold }: Settings, label: string): string {
  return flags(positives, threshold, label)
}

/** One score is that of the positive outcome; of several the largest wins, which has the name of its place or header. */
function scoreFlags(settings: Settings, labels: readonly string[], scores: readonly number[]) {
  if (!scores.every((score) => score >= 0 && score <= 1)) return undefined
  if (scores.length === 1) return scores[0]! > settings.probabilityThreshold ? '11' : '00'
  const winner = scores.indexOf(Math.max(...scores))
  return labelFlags(settings, labels[winner] ?? String(winner))
}
