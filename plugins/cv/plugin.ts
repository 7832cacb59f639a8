/** Images: what they look like, whether that changes, and payloads that are none; what detectors find in them. */
import { definePlugin } from '../../runtime/plugin.ts'
import { cv } from './cv.ts'
import { detections } from './detections.ts'

export default definePlugin({
  name: 'cv',
  version: '1.0.0',
  apiVersion: 1,
  description:
    'Size, light, colour and sharpness of images, their drift, duplicates, and payloads that are no images; objects that a detector answers with.',
  analyzers: [cv, detections],
})
