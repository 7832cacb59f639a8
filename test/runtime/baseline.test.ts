import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BaselineFiles, largestBaseline, part, readBaseline } from '../../runtime/baseline.ts'
import { defaultChecks } from '../../runtime/check-config.ts'
import { MonitorError } from '../../runtime/errors.ts'
import { parseJson } from '../../runtime/json-text.ts'

const golden = new URL('../golden/', import.meta.url).pathname

let root: string
let constraintsPath: string
let statisticsPath: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'byom-baseline-'))
  constraintsPath = join(root, 'constraints.json')
  statisticsPath = join(root, 'statistics.json')
})

afterEach(() => rm(root, { recursive: true }))

async function constraints(value: unknown): Promise<BaselineFiles> {
  await writeFile(constraintsPath, typeof value === 'string' ? value : JSON.stringify(value))
  return readBaseline({ constraintsPath })
}

async function problems(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(MonitorError)
  expect((error as MonitorError).code).toBe('BASELINE_INVALID')
  return (error as MonitorError).problems
}

/** The problems of a constraints file without the words before its path. */
async function constraintsProblems(value: unknown): Promise<string[]> {
  const prefix = `Baseline constraints ${constraintsPath}: `
  return (await problems(constraints(value))).map((problem) => {
    expect(problem.startsWith(prefix)).toBe(true)
    return problem.slice(prefix.length)
  })
}

describe('files that are accepted', () => {
  test('the recorded ones', async () => {
    const baseline = await readBaseline({
      constraintsPath: join(golden, 'sdk/constraints.json'),
      statisticsPath: join(golden, 'sdk/statistics.json'),
    })
    expect(baseline.constraints!.features.map((feature) => feature.name)).toEqual([
      'message',
      'second_message',
    ])
    expect(baseline.statistics!.dataset.item_count).toBe(418)
    expect(baseline.resolve('message')).toEqual({
      ...defaultChecks,
      comparisonThreshold: 1,
      categoricalComparisonThreshold: 1,
    })
  })

  test('the suggestion of a real baseline run', async () => {
    const { constraints, resolve } = await readBaseline({
      constraintsPath: join(golden, 'expected/churn_baseline_constraints.json'),
    })
    expect(constraints!.features).toHaveLength(70)
    expect(resolve('Churn')).toEqual(defaultChecks)
  })

  test('a folder that holds the file under its standard name', async () => {
    const folder = join(golden, 'sdk')
    const baseline = await readBaseline({ constraintsPath: folder, statisticsPath: folder })
    expect(baseline.constraints!.features).toHaveLength(2)
    expect(baseline.statistics!.features).toHaveLength(1)
  })

  test('none at all', async () => {
    const baseline = await readBaseline({})
    expect(Object.keys(baseline)).toEqual(['resolve'])
    expect(baseline.resolve()).toEqual(defaultChecks)
    expect(baseline.resolve('any')).toEqual(defaultChecks)
  })

  test('a byte order mark, unknown keys, and a link', async () => {
    await writeFile(join(root, 'real'), '\ufeff{"features": [{"name": "é", "mine": 1}], "extra": [null]}\n')
    await symlink(join(root, 'real'), constraintsPath)
    const baseline = await readBaseline({ constraintsPath })
    expect(baseline.constraints!.features[0]!.name).toBe('é')
  })
})

describe('resolve', () => {
  const all = {
    evaluate_constraints: 'Disabled',
    emit_metrics: 'Disabled',
    datatype_check_threshold: 0.5,
    domain_content_threshold: 0.6,
    distribution_constraints: {
      perform_comparison: 'Disabled',
      comparison_threshold: 0.2,
      comparison_method: 'Simple',
      categorical_comparison_threshold: 0.3,
      categorical_drift_method: 'ChiSquared',
    },
  }
  const resolved = {
    evaluateConstraints: false,
    emitMetrics: false,
    datatypeCheckThreshold: 0.5,
    domainContentThreshold: 0.6,
    performComparison: false,
    comparisonThreshold: 0.2,
    comparisonMethod: 'Simple',
    categoricalComparisonThreshold: 0.3,
    categoricalDriftMethod: 'ChiSquared',
  }

  test('every key of monitoring_config', async () => {
    const { resolve } = await constraints({ features: [{ name: 'a' }], monitoring_config: all })
    expect(resolve()).toEqual(resolved)
    expect(resolve('a')).toEqual(resolved)
    expect(resolve('not listed')).toEqual(resolved)
    expect(Object.isFrozen(resolve())).toBe(true)
  })

  test.each([
    ['monitoringConfigOverrides', ''],
    ['monitoring_config_overrides', ''],
    ['monitoringConfigOverrides', 'num_constraints'],
    ['monitoring_config_overrides', 'num_constraints'],
    ['monitoringConfigOverrides', 'string_constraints'],
    ['monitoring_config_overrides', 'string_constraints'],
  ])('every key of %s in %j, for that feature only', async (name, place) => {
    const feature = place ? { name: 'a', [place]: { [name]: all } } : { name: 'a', [name]: all }
    const { resolve } = await constraints({ features: [feature, { name: 'b' }] })
    expect(resolve('a')).toEqual(resolved)
    expect(resolve('b')).toEqual(defaultChecks)
    expect(resolve()).toEqual(defaultChecks)
  })

  test('later layers win key by key, also inside distribution_constraints', async () => {
    const layer = (datatype_check_threshold: number, distribution_constraints: object): object => ({
      datatype_check_threshold,
      distribution_constraints,
    })
    const { resolve } = await constraints({
      monitoring_config: { ...layer(0.1, { comparison_threshold: 0.11 }), domain_content_threshold: 0.12 },
      features: [
        {
          name: 'a',
          monitoringConfigOverrides: layer(0.5, {}),
          monitoring_config_overrides: layer(0.4, { comparison_method: 'Simple' }),
          num_constraints: { monitoring_config_overrides: layer(0.3, { perform_comparison: 'Disabled' }) },
          string_constraints: {
            monitoring_config_overrides: layer(0.2, {
              perform_comparison: 'Enabled',
              comparison_threshold: 0.21,
            }),
          },
        },
        {
          name: 'b',
          monitoring_config_overrides: layer(0.4, {}),
          num_constraints: {
            monitoringConfigOverrides: layer(0.35, {}),
            monitoring_config_overrides: layer(0.3, { comparison_method: 'Simple' }),
          },
        },
      ],
    })
    expect(resolve('a')).toEqual({
      ...defaultChecks,
      datatypeCheckThreshold: 0.5,
      domainContentThreshold: 0.12,
      performComparison: false,
      comparisonThreshold: 0.21,
      comparisonMethod: 'Simple',
      categoricalComparisonThreshold: 0.21,
    })
    expect(resolve('b').datatypeCheckThreshold).toBe(0.4)
    expect(resolve('b').comparisonMethod).toBe('Simple')
  })

  test.each([
    ['Simple', 'Simple'],
    ['Robust', 'Robust'],
    ['linf_simple', 'Simple'],
    ['linf_robust', 'Robust'],
  ])('comparison_method %s means %s', async (comparison_method, expected) => {
    const { resolve } = await constraints({
      features: [],
      monitoring_config: { distribution_constraints: { comparison_method } },
    })
    expect(resolve().comparisonMethod).toBe(expected)
  })

  test('an override switches on what the dataset switches off', async () => {
    const { resolve } = await constraints({
      features: [{ name: 'a', monitoringConfigOverrides: { evaluate_constraints: 'Enabled' } }],
      monitoring_config: { evaluate_constraints: 'Disabled', emit_metrics: 'Disabled' },
    })
    expect(resolve('a')).toMatchObject({ evaluateConstraints: true, emitMetrics: false })
    expect(resolve('b')).toMatchObject({ evaluateConstraints: false, emitMetrics: false })
  })

  test('the categorical threshold follows the other only where nothing sets it', async () => {
    const { resolve } = await constraints({
      features: [
        { name: 'a', monitoringConfigOverrides: { distribution_constraints: { comparison_threshold: 0.7 } } },
      ],
      monitoring_config: { distribution_constraints: { categorical_comparison_threshold: 0 } },
    })
    expect(resolve('a')).toMatchObject({ comparisonThreshold: 0.7, categoricalComparisonThreshold: 0 })
    expect(resolve()).toMatchObject({ comparisonThreshold: 0.1, categoricalComparisonThreshold: 0 })
  })

  test('names of prototypes are names like any other', async () => {
    const { resolve } = await constraints(`{"features": [
      {"name": "__proto__", "monitoringConfigOverrides": {"emit_metrics": "Disabled"}},
      {"name": "b", "monitoringConfigOverrides": {"__proto__": {"emit_metrics": "Disabled"}}}
    ], "__proto__": {"monitoring_config": {"emit_metrics": "Disabled"}}}`)
    expect(resolve('__proto__').emitMetrics).toBe(false)
    expect(resolve('b').emitMetrics).toBe(true)
    expect(resolve('constructor')).toEqual(defaultChecks)
    expect(resolve()).toEqual(defaultChecks)
    expect(({} as Record<string, unknown>).emit_metrics).toBeUndefined()
  })
})

describe('part', () => {
  const features = [{ name: 'a' }]

  test('gives the features and the custom part of one analyzer', () => {
    const file = { features, custom: { analyzers: { 'text@1': { n: 1 }, 'text@2': null } } }
    expect(part(file, 'text@1')).toEqual({ features, custom: { n: 1 } })
    expect(part(file, 'text@1').features).toBe(features)
    expect(part(file, 'text@2')).toEqual({ features, custom: null })
    expect(Object.keys(part(file, 'text@3'))).toEqual(['features'])
  })

  test('needs no custom section and looks into no prototype', () => {
    expect(part({ features }, 'a@1')).toEqual({ features })
    expect(part({ features, custom: {} }, 'a@1')).toEqual({ features })
    expect(part({ features, custom: { analyzers: {} } }, 'constructor')).toEqual({ features })
    const file = JSON.parse('{"features": [], "custom": {"analyzers": {"__proto__": 5}}}')
    expect(part(file, '__proto__')).toEqual({ features: [], custom: 5 })
  })
})

describe('files that cannot be read', () => {
  test('missing', async () => {
    expect(await problems(readBaseline({ constraintsPath, statisticsPath }))).toEqual([
      `Baseline constraints ${constraintsPath}: it does not exist; check the input that should bring it.`,
      `Baseline statistics ${statisticsPath}: it does not exist; check the input that should bring it.`,
    ])
  })

  test('below a file, with an empty name, with a zero byte', async () => {
    await writeFile(constraintsPath, '{"features": []}')
    const [below] = await problems(readBaseline({ constraintsPath: join(constraintsPath, 'x') }))
    expect(below).toContain('a part of the path is a file')
    const [empty] = await problems(readBaseline({ constraintsPath: '' }))
    expect(empty).toContain('it does not exist')
    expect(await problems(readBaseline({ constraintsPath: '/a\0b' }))).toHaveLength(1)
  })

  test('a folder without the file says what it holds', async () => {
    await writeFile(join(root, 'other.json'), '')
    const [problem] = await problems(readBaseline({ constraintsPath: root }))
    expect(problem).toBe(
      `Baseline constraints ${root}: it is a folder without constraints.json; it holds "other.json".`,
    )
    await mkdir(join(root, 'empty'))
    const [empty] = await problems(readBaseline({ constraintsPath: join(root, 'empty') }))
    expect(empty).toMatch(/: it is a folder without constraints\.json\.$/)
  })

  test('a pipe is not waited for', async () => {
    execFileSync('mkfifo', [constraintsPath])
    expect(await problems(readBaseline({ constraintsPath }))).toEqual([
      `Baseline constraints ${constraintsPath}: it is not a regular file.`,
    ])
  })

  test('too large', async () => {
    expect(largestBaseline).toBeLessThanOrEqual(2 ** 30)
    await writeFile(constraintsPath, '')
    await truncate(constraintsPath, largestBaseline + 1)
    const [problem] = await problems(readBaseline({ constraintsPath }))
    expect(problem).toContain(
      `it has ${largestBaseline + 1} bytes; the most that is read is ${largestBaseline}.`,
    )
  })

  test('not UTF-8', async () => {
    await writeFile(constraintsPath, Buffer.from('{"features":\n [{"name": "gr\xf6\xdfe"}]}', 'latin1'))
    const [latin] = await problems(readBaseline({ constraintsPath }))
    expect(latin).toContain('line 2, column 15: not UTF-8; save it in that encoding.')
    await writeFile(constraintsPath, Buffer.from('\ufeff{}', 'utf16le'))
    const [utf16] = await problems(readBaseline({ constraintsPath }))
    expect(utf16).toContain('it starts with a UTF-16 byte order mark; save it as UTF-8.')
  })
})

describe('files that are not JSON say where and why', () => {
  test.each([
    [
      '',
      'line 1, column 1: not JSON: expected a value, found the end of the file (the file is empty or cut off)',
    ],
    [
      '{"features": [',
      'line 1, column 15: not JSON: expected a value or ], found the end of the file (the file is empty or cut off)',
    ],
    [
      '{"a": "b',
      'line 1, column 9: not JSON: expected the closing quote or a valid escape, found the end of the file (the file is empty or cut off)',
    ],
    [
      '{"a": "b\\"',
      'line 1, column 11: not JSON: expected the closing quote or a valid escape, found the end of the file (the file is empty or cut off)',
    ],
    [
      '{"a": "\n"}',
      'line 1, column 8: not JSON: expected the closing quote or a valid escape, found "\\n" (a line break inside a text: is the closing quote missing?)',
    ],
    [
      '{"a": "C:\\x"}',
      'line 1, column 10: not JSON: expected the closing quote or a valid escape, found "\\\\"',
    ],
    [
      '{\n  “features”: []}',
      'line 2, column 3: not JSON: expected a property name in quotes or }, found "“" (typographic quotes: use the straight ")',
    ],
    [
      '{"a": ‘b’}',
      'line 1, column 7: not JSON: expected a value, found "‘" (typographic quotes: use the straight ")',
    ],
    [
      "{'a': 1}",
      'line 1, column 2: not JSON: expected a property name in quotes or }, found "\'" (single quotes: use ")',
    ],
    [
      '\ufeff\ufeff{}',
      'line 1, column 1: not JSON: expected a value, found "\ufeff" (a byte order mark stands there: save the file as UTF-8 without one)',
    ],
    [
      '{"a": 1,\n\n}',
      'line 3, column 1: not JSON: expected a property name in quotes, found "}" (no comma before a closing bracket)',
    ],
    ['[1, ]', 'line 1, column 5: not JSON: expected a value, found "]" (no comma before a closing bracket)'],
    ['[1 2]', 'line 1, column 4: not JSON: expected , or ], found "2"'],
    ['{"a": 1 "b"}', 'line 1, column 9: not JSON: expected , or }, found "\\""'],
    ['{"a" 1}', 'line 1, column 6: not JSON: expected :, found "1"'],
    ['[1}', 'line 1, column 3: not JSON: expected , or ], found "}"'],
    ['{} {}', 'line 1, column 4: not JSON: expected nothing more, found "{"'],
    ['{}, {}', 'line 1, column 3: not JSON: expected nothing more, found ","'],
    ['[NaN]', 'line 1, column 2: not JSON: expected a value or ], found "N" (JSON has no NaN or Infinity)'],
    [
      '[-Infinity]',
      'line 1, column 2: not JSON: expected a value or ], found "-" (JSON has no NaN or Infinity)',
    ],
    [
      '[True]',
      'line 1, column 2: not JSON: expected a value or ], found "T" (JSON writes true, false, null)',
    ],
    ['[1, // one\n2]', 'line 1, column 5: not JSON: expected a value, found "/" (JSON has no comments)'],
    [
      '[1,\u00a02]',
      'line 1, column 4: not JSON: expected a value, found "\u00a0" (a special blank: use an ordinary one)',
    ],
    ['[😀]', 'line 1, column 2: not JSON: expected a value or ], found "😀"'],
    ['[01]', 'line 1, column 3: not JSON: expected , or ], found "1"'],
    ['[1.]', 'line 1, column 3: not JSON: expected , or ], found "."'],
    ['toString', 'line 1, column 1: not JSON: expected a value, found "t"'],
  ])('%j', async (text, message) => {
    await writeFile(constraintsPath, `\ufeff${text}`)
    expect(await problems(readBaseline({ constraintsPath }))).toEqual([
      `Baseline constraints ${constraintsPath}: ${message}.`,
    ])
  })

  test('a long text that breaks off', () => {
    const text = `["${'\\n'.repeat(2_000_000)}`
    expect(() => parseJson(text)).toThrow(`line 1, column ${text.length + 1}: not JSON`)
  })

  test('brackets a million deep', () => {
    expect(() => parseJson('[{"a":'.repeat(500_000))).toThrow(
      'line 1, column 3000001: not JSON: expected a value,',
    )
  })

  test('the place is the one JSON.parse means, where it names one between two tokens', () => {
    const insert = fc.constantFrom(...'{}[],:"1\n“')
    let compared = 0
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.nat(1), insert, (json, at, dropped, c) => {
        const i = at % (json.length + 1)
        const text = json.slice(0, i) + c + json.slice(i + dropped)
        const theirs = thrown(() => JSON.parse(text))
        const ours = thrown(() => parseJson(text))
        expect(ours instanceof SyntaxError).toBe(theirs instanceof SyntaxError)
        const place = /^(?:Expected|Unexpected non-white|Unterminated string).*line (\d+) column (\d+)/s.exec(
          theirs?.message ?? '',
        )
        if (!place) return
        compared++
        expect(ours!.message).toContain(`line ${place[1]}, column ${place[2]}: `)
      }),
      { numRuns: 2000 },
    )
    expect(compared).toBeGreaterThan(100)
  })

  function thrown(work: () => unknown): Error | undefined {
    try {
      work()
      return undefined
    } catch (error) {
      return error as Error
    }
  }

  test('what JSON.parse reads is read the same', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(parseJson(json)).toEqual(JSON.parse(json))
      }),
    )
  })
})

describe('files that break their schema', () => {
  test('path, expected and found of every place, once', async () => {
    expect(
      await constraintsProblems({
        version: '0.0',
        features: [
          { name: 'a' },
          { name: 'b', inferred_type: 'Text', completeness: 1.5, num_constraints: [1, 2] },
          { completeness: -0.5, string_constraints: { domains: [1] } },
          'c',
        ],
        monitoring_config: { evaluate_constraints: true, emit_metrics: 'Yes', distribution_constraints: {} },
      }),
    ).toEqual([
      '$.version: expected a number, found "0.0".',
      '$.monitoring_config.evaluate_constraints: expected "Enabled" or "Disabled", found true.',
      '$.monitoring_config.emit_metrics: expected "Enabled" or "Disabled", found "Yes".',
      '$.features[1].inferred_type (feature "b"): expected "Integral" or "Fractional" or "String" or "Unknown", found "Text".',
      '$.features[1].completeness (feature "b"): expected a number not above 1, found 1.5.',
      '$.features[1].num_constraints (feature "b"): expected an object, found a list of 2.',
      '$.features[2].name is missing.',
      '$.features[2].completeness: expected a number not below 0, found -0.5.',
      '$.features[2].string_constraints.domains[0]: expected a text, found 1.',
      '$.features[3]: expected an object, found "c".',
    ])
  })

  test.each([
    [[], ['$: expected an object, found a list of 0.']],
    ['null', ['$: expected an object, found null.']],
    [{}, ['$.features is missing.']],
    [{ features: {} }, ['$.features: expected a list, found an object.']],
    [
      { features: null, version: [] },
      ['$.version: expected a number, found a list of 0.', '$.features: expected a list, found null.'],
    ],
    [
      '{"features": [{"name": "a", "completeness": 1e999}]}',
      ['$.features[0].completeness (feature "a"): expected a number, found Infinity.'],
    ],
  ])('%j', async (value, expected) => {
    expect(await constraintsProblems(value)).toEqual(expected)
  })

  test.each(['monitoringConfigOverrides', 'monitoring_config_overrides'])(
    '%s is checked in all its places',
    async (name) => {
      const wrong = {
        [name]: { emit_metrics: 'No', distribution_constraints: { comparison_threshold: '1' } },
      }
      const found = await constraintsProblems({
        features: [
          { name: 'a' },
          { name: 'b', ...wrong, num_constraints: wrong, string_constraints: { [name]: null } },
        ],
      })
      expect(found.sort()).toEqual(
        [
          `$.features[1].${name}.emit_metrics (feature "b"): expected "Enabled" or "Disabled", found "No".`,
          `$.features[1].${name}.distribution_constraints.comparison_threshold (feature "b"): expected a number, found "1".`,
          `$.features[1].num_constraints.${name}.emit_metrics (feature "b"): expected "Enabled" or "Disabled", found "No".`,
          `$.features[1].num_constraints.${name}.distribution_constraints.comparison_threshold (feature "b"): expected a number, found "1".`,
          `$.features[1].string_constraints.${name} (feature "b"): expected an object, found null.`,
        ].sort(),
      )
    },
  )

  test('statistics', async () => {
    const numerical_statistics = {
      common: { num_present: 1.5, num_missing: -1 },
      distribution: { kll: { sketch: { parameters: { c: 0.64 }, data: Array(65).fill([]) } } },
    }
    await writeFile(
      statisticsPath,
      JSON.stringify({ version: 0, features: [{ name: 'a' }, { name: 'b', numerical_statistics }] }),
    )
    const path = '$.features[1].numerical_statistics'
    expect(await problems(readBaseline({ statisticsPath }))).toEqual(
      [
        '$.dataset is missing',
        `${path}.common.num_present (feature "b"): expected an integer, found 1.5`,
        `${path}.common.num_missing (feature "b"): expected a number not below 0, found -1`,
        `${path}.distribution.kll.sketch.parameters.k (feature "b") is missing`,
        `${path}.distribution.kll.sketch.data (feature "b"): expected at most 64 items, found a list of 65`,
      ].map((problem) => `Baseline statistics ${statisticsPath}: ${problem}.`),
    )
  })

  test('ten problems and a word about the rest', async () => {
    const found = await constraintsProblems({ features: Array(100_000).fill({}) })
    expect(found).toHaveLength(11)
    expect(found[9]).toBe('$.features[9].name is missing.')
    expect(found[10]).toBe('there are more problems than these 10.')
    expect(await constraintsProblems({ features: Array(10).fill({}) })).toHaveLength(10)
  })

  test('what the file holds stays short and on one line', async () => {
    const name = `${'x'.repeat(100)}\n`
    const [problem] = await constraintsProblems({
      features: [{ name, inferred_type: `\n${'y'.repeat(1000)}` }],
    })
    expect(problem).toContain(`(feature "${'x'.repeat(60)}…")`)
    expect(problem).toContain(`found "\\n${'y'.repeat(59)}…".`)
  })

  test('names that repeat', async () => {
    const features = ['a', 'b', 'a', '__proto__', 'b', '__proto__', 'a'].map((name) => ({ name }))
    expect(await constraintsProblems({ features: [...features.slice(0, 3)] })).toEqual([
      '$.features[2].name: "a" is already the name of $.features[0].',
    ])
    const text = JSON.stringify({ features })
    expect(await constraintsProblems(text)).toHaveLength(4)
    expect(await constraintsProblems({ features: Array(50).fill({ name: 'a' }) })).toHaveLength(11)
  })

  test('all problems of both files at once', async () => {
    await writeFile(
      constraintsPath,
      JSON.stringify({ features: [{ name: 'a', completeness: 'x' }, { name: 'a' }] }),
    )
    await writeFile(statisticsPath, '{"version": 0,}')
    const found = await problems(readBaseline({ constraintsPath, statisticsPath }))
    expect(found.map((problem) => problem.replace(root, ''))).toEqual([
      'Baseline constraints /constraints.json: $.features[0].completeness (feature "a"): expected a number, found "x".',
      'Baseline constraints /constraints.json: $.features[1].name: "a" is already the name of $.features[0].',
      'Baseline statistics /statistics.json: line 1, column 15: not JSON: expected a property name in quotes, found "}" (no comma before a closing bracket).',
    ])
  })

  test('whatever JSON the file holds, it is read or refused with reasons', async () => {
    const names = fc.constantFrom(
      'features',
      'name',
      'monitoring_config',
      'num_constraints',
      '__proto__',
      'x',
    )
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom(null, true, 0, -1, 1e300, '', 'a', 'Enabled'),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.array(fc.tuple(names, tie('json')), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
      ),
    }))
    const documents = fc.oneof(
      json,
      fc.array(json).map((features) => ({ features })),
    )
    await fc.assert(
      fc.asyncProperty(documents, async (value) => {
        const result = await constraints(JSON.stringify(value)).catch((error: unknown) => error)
        if (result instanceof MonitorError) expect(result.problems.length).toBeGreaterThan(0)
        else expect((result as BaselineFiles).resolve('a')).toEqual(defaultChecks)
      }),
    )
  })
})
