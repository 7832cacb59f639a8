/** Conversations with language models: responses beside their prompts. */
import { definePlugin } from '../../runtime/plugin.ts'
import { llm } from './llm.ts'

export default definePlugin({
  name: 'llm',
  version: '1.0.0',
  apiVersion: 1,
  description:
    'Refusals, loops, language, overlap with given context, JSON, latency, injection and personal data of prompts and responses, and their drift.',
  analyzers: [llm],
})
