/** Bias of labels and predictions. */
import { definePlugin } from '../../runtime/plugin.ts'
import { bias } from './bias.ts'

export default definePlugin({
  name: 'bias',
  version: '1.0.0',
  apiVersion: 1,
  description: 'The 8 bias metrics of observed outcomes and the 13 of predictions, and their drift.',
  analyzers: [bias],
})
