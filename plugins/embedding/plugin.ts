/** Vectors captured with a prediction: embeddings of texts, images, users, items. */
import { definePlugin } from '../../runtime/plugin.ts'
import { embedding } from './embedding.ts'

export default definePlugin({
  name: 'embedding',
  version: '1.0.0',
  apiVersion: 1,
  description:
    'Drift of vectors, captured or made by an ONNX model of texts or images, by four channels under one level, novel vectors by event id, and faulty vectors.',
  analyzers: [embedding],
})
