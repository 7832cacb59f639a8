/** A model over HTTP: start, batches, retries, time-outs, budget, answers that are none, and what its bodies look like. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { withModel } from '../../../runtime/models/http.ts'
import type { ModelOptions } from '../../../runtime/models/options.ts'
import {
  bodyOf,
  jmespath,
  labelsOf,
  scoresOf,
  takesOneRow,
  type Wire,
} from '../../../runtime/models/payload.ts'
import { type Behaviour, type ModelServer, serveModel } from '../../plugins/attribution/model-server.ts'

const lines: Wire = {
  contentType: 'application/jsonlines',
  acceptType: 'application/jsonlines',
  template: '{"features":$features}',
  score: 'score',
}
const csv: Wire = { contentType: 'text/csv', acceptType: 'text/csv', template: undefined, score: undefined }
const sum = (row: (number | string | null)[]) => row.reduce<number>((total, x) => total + Number(x), 0)
const rows = (n: number) => Array.from({ length: n }, (_, i) => [i, 1])

let server: ModelServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function ask(
  n: number,
  behaviour: Behaviour,
  options: Partial<ModelOptions> = {},
  wire = lines,
  signal?: AbortSignal,
) {
  server = await serveModel(behaviour)
  const all: ModelOptions = {
    url: server.url,
    authorization: '',
    batchRows: 10,
    concurrency: 3,
    timeoutSeconds: 5,
    retries: 2,
    requestBudget: 1000,
    startSeconds: 3,
    ...options,
  }
  const host = { signal: signal ?? new AbortController().signal, secret: () => undefined }
  return withModel(all, wire, host, (model) => model.ask(rows(n)))
}

describe('a model', () => {
  test('is asked in batches, answers in order', async () => {
    const found = await ask(95, { scores: sum })
    expect(found).toEqual(rows(95).map((row) => [sum(row)]))
    expect(server!.requests).toEqual({ ping: 1, invocations: 10, rows: 95 })
  })

  test('may speak CSV, with several labels', async () => {
    const found = await ask(3, { scores: (row) => [sum(row), -sum(row)] }, {}, csv)
    expect(found).toEqual([
      [1, -1],
      [2, -2],
      [3, -3],
    ])
  })

  test('that takes one record at a time is asked so', async () => {
    const json = { ...lines, contentType: 'application/json', acceptType: 'application/json' }
    const wire = { ...json, template: '$record', record: '{"features":$features}' }
    expect(await ask(5, { scores: sum }, {}, wire)).toEqual(rows(5).map((row) => [sum(row)]))
    expect(server!.requests.invocations).toBe(5)
  })

  test('may take a while to start', async () => {
    expect(await ask(2, { scores: sum, pingsUntilUp: 2 })).toHaveLength(2)
    expect(server!.requests.ping).toBe(3)
  })

  test('that never starts is named', async () => {
    await expect(ask(2, { scores: sum, pingsUntilUp: 99 }, { startSeconds: 1 })).rejects.toThrow(
      /the model at http:\/\/127\.0\.0\.1:\d+ does not answer \/ping within 1 s \(status 503\)/,
    )
    await expect(ask(2, { scores: sum }, { url: 'http://127.0.0.1:9', startSeconds: 0.5 })).rejects.toThrow(
      'ECONNREFUSED',
    )
  })

  test('is asked again after a passing failure, not after another', async () => {
    expect(await ask(10, { scores: sum, status: (n) => (n < 3 ? 503 : 200) })).toHaveLength(10)
    expect(server!.requests.invocations).toBe(3)
    await server!.close()
    await expect(ask(10, { scores: sum, status: () => 503 })).rejects.toThrow(
      'answered with status 503 (3 attempts)',
    )
    await server!.close()
    await expect(ask(10, { scores: sum, status: () => 400 })).rejects.toThrow(
      'answered with status 400: "no"',
    )
    expect(server!.requests.invocations).toBe(1)
  })

  test('that takes too long, and one beyond the budget', async () => {
    await expect(ask(1, { scores: sum, delay: 2000 }, { timeoutSeconds: 0.3, retries: 0 })).rejects.toThrow(
      '1 attempts',
    )
    await server!.close()
    await expect(ask(100, { scores: sum }, { requestBudget: 4 })).rejects.toThrow(
      'was asked 4 times, the request budget: raise model.requestBudget',
    )
    expect(server!.requests.invocations).toBeLessThanOrEqual(4)
  })

  test('whose answer is none', async () => {
    await expect(ask(5, { scores: sum, answer: () => '{"score": 1}' })).rejects.toThrow(
      'answered 1 rows for 5',
    )
    await server!.close()
    await expect(ask(1, { scores: sum, answer: () => '{"score": "high"}' })).rejects.toThrow('not a number')
  })

  test('whose ping hangs is waited for as long as it may take to start, no longer', async () => {
    const hanging = createServer(() => {})
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve))
    const { port } = hanging.address() as AddressInfo
    const before = performance.now()
    await expect(
      ask(1, { scores: sum }, { url: `http://127.0.0.1:${port}`, startSeconds: 0.5, timeoutSeconds: 60 }),
    ).rejects.toThrow('does not answer /ping within 0.5 s (no answer)')
    expect(performance.now() - before).toBeLessThan(20_000)
    hanging.closeAllConnections()
    hanging.close()
  })

  test('that answers with more scores for some rows', async () => {
    const scores = ([x]: (number | string | null)[]) => (Number(x) < 15 ? [1, 2] : [1])
    await expect(ask(10, { scores: (row) => (row[0] === 3 ? [1, 2] : [1]) }, {}, csv)).rejects.toThrow(
      'what is not a number per row and label',
    )
    await server!.close()
    await expect(ask(30, { scores }, { batchRows: 5 }, csv)).rejects.toThrow(
      'answers some rows with 2 scores and others with 1, expected as many for each',
    )
  })

  test('that closes the connection is asked again, then named', async () => {
    let asked = 0
    const closing = createServer((request, response) => {
      if (request.url === '/ping') return response.end()
      asked++
      request.socket.destroy()
    })
    await new Promise<void>((resolve) => closing.listen(0, '127.0.0.1', resolve))
    const { port } = closing.address() as AddressInfo
    await expect(ask(1, { scores: sum }, { url: `http://127.0.0.1:${port}`, retries: 1 })).rejects.toThrow(
      /the model at http:\/\/127\.0\.0\.1:\d+ does not answer: other side closed \(2 attempts\)/,
    )
    expect(asked).toBe(2)
    closing.close()
  })

  test('below a path of the address; where it sends elsewhere, nothing is sent there', async () => {
    const paths: string[] = []
    const moved = createServer((request, response) => {
      paths.push(request.url!)
      if (request.url === '/v1/ping') return response.end()
      response.writeHead(307, { location: 'http://elsewhere.invalid/invocations' }).end()
    })
    await new Promise<void>((resolve) => moved.listen(0, '127.0.0.1', resolve))
    const { port } = moved.address() as AddressInfo
    await expect(ask(1, { scores: sum }, { url: `http://127.0.0.1:${port}/v1/` })).rejects.toThrow(
      'sends on to http://elsewhere.invalid/invocations (status 307): set model.url to where the model is',
    )
    expect(paths).toEqual(['/v1/ping', '/v1/invocations'])
    moved.close()
  })

  test('is let go when the job is stopped', async () => {
    const stop = new AbortController()
    const asked = ask(10, { scores: sum, delay: 10_000 }, {}, lines, stop.signal)
    setTimeout(() => stop.abort('SIGTERM'), 200)
    await expect(asked).rejects.toBeDefined()
  })
})

describe('payloads', () => {
  const two: (number | string | null)[][] = [
    [1, 'a,b'],
    [2.5, null],
  ]
  test('as CSV, JSON Lines and JSON', () => {
    expect(bodyOf(csv, two)).toBe('1,"a,b"\n2.5,')
    expect(bodyOf(lines, two)).toBe('{"features":[1,"a,b"]}\n{"features":[2.5,null]}')
    const json = { ...csv, contentType: 'application/json' }
    expect(JSON.parse(bodyOf(json, two))).toEqual({ instances: [{ features: two[0] }, { features: two[1] }] })
    expect(bodyOf({ ...json, template: '{"data": $records}' }, two)).toBe('{"data": [[1,"a,b"],[2.5,null]]}')
  })

  test('JSON by the templates of Clarify: records by place and by name, all in one body or one alone', () => {
    const json: Wire = {
      ...csv,
      contentType: 'application/json',
      template: '{"all": $records, "n": 2}',
      names: ['age', 'the town'],
    }
    const filled = (wire: Wire, given = two) => JSON.parse(bodyOf(wire, given))
    expect(filled({ ...json, record: '{"in": $features, "of": $feature_names}' })).toEqual({
      all: two.map((row) => ({ in: row, of: ['age', 'the town'] })),
      n: 2,
    })
    const named = [
      { age: 1, 'the town': 'a,b' },
      { age: 2.5, 'the town': null },
    ]
    expect(filled({ ...json, template: '$records', record: '$features_kvp' })).toEqual(named)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is Clarify's.
    const parts = { ...json, record: '{"age": ${age}, "town": "${the town}", "none": ${x}}' }
    expect(filled(parts).all).toEqual([
      { age: 1, town: 'a,b', none: null },
      { age: 2.5, town: null, none: null },
    ])
    const alone = { ...json, template: '{"one": $record}', record: '$features_kvp' }
    expect([takesOneRow(alone), takesOneRow(json), takesOneRow(lines)]).toEqual([true, false, false])
    expect(filled(alone, [two[0]!])).toEqual({ one: named[0] })
    expect(bodyOf({ ...lines, template: undefined, record: '$features_kvp', names: ['a', 'b'] }, two)).toBe(
      '{"a":1,"b":"a,b"}\n{"a":2.5,"b":null}',
    )
  })

  test.each([
    [csv, '0.1\n0.2\n', [[0.1], [0.2]]],
    [csv, '0.1,0.2', [[0.1], [0.2]]],
    [
      csv,
      '"[0.9, 0.1]"\n"[0.2, 0.8]"',
      [
        [0.9, 0.1],
        [0.2, 0.8],
      ],
    ],
    [{ ...csv, score: '1' }, '1,0.7\n0,0.2', [[0.7], [0.2]]],
    [lines, '{"score":0.1}\n{"score":1e-3}', [[0.1], [0.001]]],
    [
      { ...csv, acceptType: 'application/json', score: 'predictions[*].score' },
      '{"predictions":[{"score":0.1},{"score":0.2}]}',
      [[0.1], [0.2]],
    ],
    [
      { ...csv, acceptType: 'application/json' },
      '[[0.1,0.9],[0.2,0.8]]',
      [
        [0.1, 0.9],
        [0.2, 0.8],
      ],
    ],
  ] as [Wire, string, number[][]][])('answers %#', async (wire, text, expected) => {
    expect(scoresOf(wire, text, 2, await jmespath())).toEqual(expected)
  })

  test.each([
    [csv, 'yes\nno', ['yes', 'no']],
    [csv, 'yes,no', ['yes', 'no']],
    [{ ...csv, score: '1' }, '0.1,"a b"\n0.9,no\n', ['a b', 'no']],
    [lines, '{"score":1}\n{"score":["no"]}', ['1', 'no']],
    [
      { ...csv, acceptType: 'application/json', score: 'predictions[*].label' },
      '{"predictions":[{"label":true},{"label":0}]}',
      ['true', '0'],
    ],
  ] as [Wire, string, string[]][])('labels %#', async (wire, text, expected) => {
    expect(labelsOf(wire, text, 2, await jmespath())).toEqual(expected)
  })

  test.each([
    [csv, 'yes'],
    [{ ...csv, score: '3' }, 'yes,no\nno,yes'],
    [lines, '{"score":null}\n{"score":1}'],
    [lines, '{"score":["a","b"]}\n{"score":1}'],
    [lines, '{"other":1}\n{"other":1}'],
  ] as [Wire, string][])('labels that are none %#', async (wire, text) => {
    const search = await jmespath()
    expect(() => labelsOf(wire, text, 2, search)).toThrow(
      /it answered (1 rows for 2|what is not a label per row)/,
    )
  })

  test.each(['null', 'true', '""', '[]', '{}', '[null]', '[true]', '[""]', '[[1]]', '"high"', '1e999'])(
    'a score is a number, %s is none',
    async (score) => {
      const search = await jmespath()
      const text = `{"score":${score}}\n`.repeat(2)
      expect(() => scoresOf(lines, text, 2, search)).toThrow('what is not a number per row and label')
    },
  )

  test('a row alone with several scores is one row', async () => {
    expect(scoresOf(csv, '0.1,0.9', 1, await jmespath())).toEqual([[0.1, 0.9]])
  })
})
