/** Data quality of tabular features: types, completeness, distributions, domains, and their drift. */
import { definePlugin } from '../../runtime/plugin.ts'
import { dataQuality } from './data-quality.ts'

export default definePlugin({
  name: 'data-quality',
  version: '1.0.0',
  apiVersion: 1,
  description: 'Statistics, suggested constraints and the six standard checks of tabular features.',
  analyzers: [dataQuality],
})
