/** Free texts: what they are made of, what is in them, and whether that changes. */
import { definePlugin } from '../../runtime/plugin.ts'
import { nlp } from './nlp.ts'

export default definePlugin({
  name: 'nlp',
  version: '1.0.0',
  apiVersion: 1,
  description:
    'Lengths, characters, languages, repetition, personal data and vocabulary of texts, and their drift.',
  analyzers: [nlp],
})
