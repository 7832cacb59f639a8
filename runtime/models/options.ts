/** What a user may set about a model that analyzers ask. */

/** Plain data. */
export interface ModelOptions {
  /** Address, such as http://model:8080; empty: there is no model. */
  readonly url: string
  /** Name of the variable with the value of the Authorization header; empty: none. */
  readonly authorization: string
  readonly batchRows: number
  readonly concurrency: number
  readonly timeoutSeconds: number
  readonly retries: number
  readonly requestBudget: number
  readonly startSeconds: number
}

const number = (value: number, minimum: number, description: string) => ({
  type: 'number',
  default: value,
  minimum,
  description,
})
const integer = (value: number, minimum: number, description: string) => ({
  ...number(value, minimum, description),
  type: 'integer',
})

/** Schema of the object for an analyzer's options. */
export const modelSchema = {
  type: 'object',
  default: {},
  description: 'The model: a container with /ping and /invocations.',
  properties: {
    url: { type: 'string', default: '', description: 'Address, such as http://model:8080.' },
    authorization: {
      type: 'string',
      default: '',
      description: 'Name of the environment variable with the value of the Authorization header.',
    },
    batchRows: integer(1000, 1, 'Rows of one request.'),
    concurrency: integer(2, 1, 'Requests at a time.'),
    timeoutSeconds: number(30, 0.1, 'Of one request.'),
    retries: integer(3, 0, 'Of one request that fails in passing.'),
    requestBudget: integer(100_000, 1, 'Requests of one run, repeated ones too.'),
    startSeconds: number(60, 0, 'How long the model may take until it answers /ping.'),
  },
  additionalProperties: false,
}

/** What holds where an option is not given: the host fills in the defaults of inner objects only where some are. */
export const modelDefaults: ModelOptions = {
  url: '',
  authorization: '',
  batchRows: 1000,
  concurrency: 2,
  timeoutSeconds: 30,
  retries: 3,
  requestBudget: 100_000,
  startSeconds: 60,
}

/** What is wrong with the address of a model that is to be asked, as sentences. */
export function addressProblems({ url }: ModelOptions): string[] {
  return /^https?:$/.test(protocolOf(url))
    ? []
    : [`model.url is ${url}, expected an address like http://model:8080.`]
}

function protocolOf(url: string): string {
  try {
    return new URL(url).protocol
  } catch {
    return ''
  }
}
