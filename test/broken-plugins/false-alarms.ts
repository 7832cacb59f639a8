/** Breaks `false-alarms`: it takes every increase for a violation. */
import { analyzer, type State } from './correct.ts'

interface Total extends State {
  total: number
}

export default analyzer<Total>((correct) => ({
  init: (options, context) => ({ ...correct.init(options, context), total: 0 }),
  update(state, batch) {
    correct.update(state, batch)
    for (const column of batch.columns)
      for (let row = 0; row < batch.length; row++) state.total += column.textLength(row)
  },
  merge(into, from) {
    correct.merge(into, from)
    into.total += from.total
  },
  summarize: (state) => {
    const { custom } = correct.summarize(state)
    return { custom: { ...custom, total: state.total } }
  },
  check: ({ custom }, { statistics }) => {
    const [value, threshold] = [custom, statistics!.custom].map(
      (each) => (each as unknown as Total).total,
    ) as [number, number]
    const violated = value > threshold
    return [
      { feature: 'all', check: 'total_check', value, threshold, violated, description: 'the total differs' },
    ]
  },
}))
