/** Model quality: predictions compared with the labels that came later. */
import { definePlugin } from '../../runtime/plugin.ts'
import { modelQuality } from './model-quality.ts'

export default definePlugin({
  name: 'model-quality',
  version: '1.0.0',
  apiVersion: 1,
  description:
    'Metrics of regression, binary and multiclass models against ground truth, and their constraints.',
  analyzers: [modelQuality],
})
