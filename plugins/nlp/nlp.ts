/** The analyzer of text features. */
import { type DriftOptions, driftAnalyzer } from '../../runtime/drift/index.ts'
import { checkText } from './check.ts'
import { createTextState, mergeTextState, updateTextState } from './column-state.ts'
import { textMetrics } from './metrics.ts'
import { restoreText, summarizeText } from './summarize.ts'

/** Options of the analyzer. */
export interface Options extends DriftOptions {
  readonly showTerms: boolean
  readonly termTexts: number
  readonly except: readonly string[]
}

export const nlp = driftAnalyzer({
  name: 'nlp',
  version: 1,
  things: 'texts',
  description: 'What texts are made of, and their drift.',
  options: {
    showTerms: {
      type: 'boolean',
      default: true,
      description:
        'Names words in the reports to say what changed: those of termTexts texts or more. Off: no word of a text leaves the job.',
    },
    termTexts: {
      type: 'integer',
      minimum: 5,
      default: 20,
      description:
        'Texts of one run that a word must occur in before reports name it. Only words of 3 to 24 letters, none of what looks like personal data.',
    },
    except: {
      type: 'array',
      items: { type: 'string' },
      default: ['detections'],
      description:
        'Features of kind text that are no texts, such as the JSON that the analyzer detections reads: they are left alone.',
    },
  },
  accepts: (column) => column.kind === 'text',
  restore: restoreText,
  create: (baseline, { sampleSize, showTerms }: Options) => createTextState(baseline, sampleSize, showTerms),
  update(stateOf, batch, { except }) {
    for (const column of batch.texts)
      if (!except.includes(column.name)) updateTextState(stateOf(column.name), column, batch)
  },
  merge: mergeTextState,
  summarize: (name, state, rows, settings, { termTexts }) =>
    summarizeText(name, state, rows, settings, termTexts),
  check: checkText,
  metrics: textMetrics,
})
