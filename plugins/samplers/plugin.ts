/** Which rows stay, when not all of them are to be analyzed. */
import { definePlugin } from '../../runtime/plugin.ts'
import { everyNth } from './every-nth.ts'
import { rate } from './rate.ts'
import { reservoir } from './reservoir.ts'
import { stratified } from './stratified.ts'

export default definePlugin({
  name: 'samplers',
  version: '1.0.0',
  apiVersion: 1,
  description: 'Samples by rate, fixed size, stratum or position; the same rows whatever the split.',
  samplers: [everyNth, rate, reservoir, stratified],
})
