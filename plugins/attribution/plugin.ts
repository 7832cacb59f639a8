/** Feature attributions and their drift. */
import { definePlugin } from '../../runtime/plugin.ts'
import { attribution } from './attribution.ts'

export default definePlugin({
  name: 'attribution',
  version: '1.0.0',
  apiVersion: 1,
  description:
    'Feature attributions of a model reached over HTTP or in an ONNX file, or captured, and the drift of their order.',
  analyzers: [attribution],
})
