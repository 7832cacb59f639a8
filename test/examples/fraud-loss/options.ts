/** What a fraud team sets in byom.json. */

export interface Options {
  readonly score: string
  readonly amount: string
  readonly thresholds: readonly number[]
  readonly bins: number
  readonly maxPsi: number
  readonly level: number
  readonly room: number
}

const share = { type: 'number', minimum: 0, maximum: 1 }

/** Their schema, with defaults. */
export const schema = {
  type: 'object',
  properties: {
    score: {
      type: 'string',
      default: 'score',
      description: 'Column with the probability of fraud, 0 to 1.',
    },
    amount: {
      type: 'string',
      default: 'amount',
      description: 'Column with the amount of the transaction.',
    },
    thresholds: {
      type: 'array',
      items: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
      minItems: 1,
      maxItems: 50,
      uniqueItems: true,
      default: [0.5, 0.8, 0.95],
      description: 'Scores from which a transaction is declined, in use or under discussion.',
    },
    bins: {
      type: 'integer',
      minimum: 2,
      maximum: 200,
      default: 10,
      description: 'Cells of the score distribution.',
    },
    maxPsi: {
      ...share,
      default: 0.2,
      description: 'Suggested limit of PSI; 0.1 is a small change, 0.25 a large one.',
    },
    level: {
      ...share,
      default: 0.001,
      description: 'What chance explains with this probability or a larger one is no violation.',
    },
    room: {
      type: 'number',
      minimum: 0,
      default: 0.5,
      description: 'Suggested limits of declined share and loss rate: 0.5 is half as much again.',
    },
  },
  additionalProperties: false,
} as const
