/** Breaks `options-schema`: a default is no valid option. */
import { analyzer } from './correct.ts'

export default analyzer(() => ({
  options: {
    type: 'object',
    properties: { most: { type: 'integer', default: 'ten' } },
    additionalProperties: false,
  },
}))
