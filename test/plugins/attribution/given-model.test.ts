/** Attributions from the model's own file: against recorded values of xgboost and shap, the definition, and closed forms. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allSets, exactShapley } from '../../../plugins/attribution/exact.ts'
import { explainGiven } from '../../../plugins/attribution/given-model.ts'
import { addAttributions, answerOf, type Tree } from '../../../plugins/attribution/trees.ts'
import { report, runJob, textOf } from '../../run-job.ts'

type Row = (number | null)[]
type Recorded = {
  features: string[]
  rows: Row[]
  background: Row[]
  models: Record<string, { margins: number[][]; expected: number[]; attributions: number[][][] }>
}

const golden = new URL('../../golden/', import.meta.url).pathname
const recorded: Recorded = JSON.parse(await readFile(join(golden, 'xgboost/expected.json'), 'utf8'))
const { features, rows, background } = recorded

let work: string
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-given-'))
})
afterAll(() => rm(work, { recursive: true }))

/** A tree of random splits over some features, in the order of its nodes. */
function grow(features: number, depth: number, numbers: readonly number[]): Tree {
  const nodes = {
    left: [] as number[],
    right: [] as number[],
    feature: [] as number[],
    value: [] as number[],
    missingLeft: [] as number[],
  }
  let next = 0
  const draw = () => numbers[next++ % numbers.length]!
  const add = (level: number): number => {
    const node = nodes.left.push(-1) - 1
    nodes.right.push(-1)
    nodes.feature.push(Math.floor(draw() * features))
    nodes.value.push(level === 0 ? 10 * draw() - 5 : draw())
    nodes.missingLeft.push(draw() < 0.5 ? 1 : 0)
    if (level === 0) return node
    nodes.left[node] = add(draw() < 0.2 ? 0 : level - 1)
    nodes.right[node] = add(level - 1)
    return node
  }
  add(depth)
  return {
    left: Int32Array.from(nodes.left),
    right: Int32Array.from(nodes.right),
    feature: Int32Array.from(nodes.feature),
    value: Float64Array.from(nodes.value),
    missingLeft: Uint8Array.from(nodes.missingLeft),
  }
}

/** Asks about one feature after the other while they are 1; all leaves are 0 but one, which is 1. */
function chain(features: number, leaf: number): Tree {
  const nodes = 2 * features + 1
  const each = (value: (level: number, isLeaf: boolean) => number) =>
    Array.from({ length: nodes }, (_, i) => value(Math.floor(i / 2), i % 2 === 1 || i === nodes - 1))
  return {
    left: Int32Array.from(each((level, isLeaf) => (isLeaf ? -1 : 2 * level + 1))),
    right: Int32Array.from(each((level, isLeaf) => (isLeaf ? -1 : 2 * level + 2))),
    feature: Int32Array.from(each((level) => Math.min(level, features - 1))),
    value: Float64Array.from(each((level, isLeaf) => (isLeaf ? Number(level === leaf) : 0.5))),
    missingLeft: new Uint8Array(nodes),
  }
}

describe('trees', () => {
  test('the values of their definition, over every set of features', () => {
    const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    const cells = fc.array(fc.oneof({ weight: 9, arbitrary: unit }, fc.constant(Number.NaN)), {
      minLength: 6,
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 200, maxLength: 200 }), cells, cells, (numbers, a, b) => {
        const tree = grow(6, 5, numbers)
        const [row, other] = [Float64Array.from(a), Float64Array.from(b)]
        const mixed = (mask: ArrayLike<number>) =>
          answerOf(
            tree,
            row.map((x, k) => (mask[k] === 1 ? x : other[k]!)),
          )
        const expected = exactShapley(6, allSets(6).map(mixed), answerOf(tree, other), answerOf(tree, row))
        const found = new Float64Array(6)
        addAttributions(tree, row, other, found)
        for (const [k, value] of expected.entries()) expect(found[k]).toBeCloseTo(value, 10)
      }),
    )
  })

  test('a chain of 80 features, of which only the 65th leaf counts: the closed form', () => {
    const found = new Float64Array(80)
    const [row, other] = [new Float64Array(80).fill(1), new Float64Array(80)]
    const shallow = chain(2, 2)
    addAttributions(shallow, row, other, found)
    expect([...found.slice(0, 3)]).toEqual([0.5, 0.5, 0])
    found.fill(0)
    addAttributions(chain(80, 64), row, other, found)
    for (const [k, value] of found.entries())
      expect(value, `${k}`).toBeCloseTo(k < 64 ? 1 / (64 * 65) : k === 64 ? -1 / 65 : 0, 14)
  })

  test.each(Object.keys(recorded.models))(
    '%s: what xgboost and shap say, missing values among them',
    async (name) => {
      const { margins, expected, attributions } = recorded.models[name]!
      const found = await explainGiven(join(golden, `xgboost/${name}.json`), features, rows, background)
      expect(found.rows).toHaveLength(rows.length)
      // Both add in floats of 32 bits.
      for (const [label, value] of expected.entries()) expect(found.expected[label]).toBeCloseTo(value, 5)
      for (const [label, values] of attributions.entries())
        for (const [i, row] of values.entries()) {
          const own = found.local[label]![i]!
          for (const [k, value] of row.entries())
            expect(Math.abs(own[k]! - value), `${i} ${k}`).toBeLessThan(2e-5)
          const sum = own.reduce((total, value) => total + value, found.expected[label]!)
          expect(sum).toBeCloseTo(margins[i]![label]!, 4)
        }
    },
  )

  test('columns are found by name, in any order, among others', async () => {
    const path = join(golden, 'xgboost/binary.json')
    const turned = (list: Row[]) => list.map((row) => [...row.toReversed(), 7])
    const there = await explainGiven(path, features, rows, background)
    const back = await explainGiven(
      path,
      [...features.toReversed(), 'other'],
      turned(rows),
      turned(background),
    )
    for (const [i, row] of there.local[0]!.entries())
      expect([...back.local[0]![i]!]).toEqual([...row.toReversed(), 0])
  })
})

describe('linear models', () => {
  test('the closed form, several labels, rows that are no numbers left out', async () => {
    const path = join(work, 'linear.json')
    await writeFile(
      path,
      JSON.stringify({
        features: ['b', 'a'],
        weights: [
          [2, -1],
          [0, 3],
        ],
        bias: [1, 0],
      }),
    )
    const found = await explainGiven(
      path,
      ['a', 'b'],
      [
        [1, 2],
        ['x', 1],
        [null, 1],
        [4, 0],
      ],
      [
        [0, 0],
        [2, 4],
      ],
    )
    expect(found.rows).toEqual([0, 3])
    expect(found.expected).toEqual([1 + 4 - 1, 3])
    expect(found.local.map((label) => label.map((row) => [...row]))).toEqual(
      [
        [
          [-0, 0],
          [-3, -4],
        ],
        [
          [0, 0],
          [9, 0],
        ],
      ].map((label) => label.map((row) => row.map((x) => x + 0))),
    )
  })
})

describe('files that are none', () => {
  const model = JSON.parse('{}')
  const change = async (edit: (value: typeof model) => void) => {
    const value = JSON.parse(await readFile(join(golden, 'xgboost/binary.json'), 'utf8'))
    edit(value)
    const path = join(work, 'changed.json')
    await writeFile(path, JSON.stringify(value))
    return explainGiven(path, features, rows, background)
  }
  const trees = (value: typeof model) => value.learner.gradient_booster.model.trees

  test.each([
    ['a circle', (v: typeof model) => trees(v)[1].left_children.fill(0), 'tree 1 is damaged'],
    [
      'a node that is not there',
      (v: typeof model) => (trees(v)[0].left_children[0] = 999),
      'tree 0 is damaged',
    ],
    [
      'a feature that is not there',
      (v: typeof model) => (trees(v)[0].split_indices[0] = 14),
      'tree 0 is damaged',
    ],
    ['categories', (v: typeof model) => (trees(v)[2].split_type[0] = 1), 'tree 2 splits by categories'],
    [
      'another booster',
      (v: typeof model) => (v.learner.gradient_booster.name = 'dart'),
      'its booster is dart',
    ],
    [
      'an unknown objective',
      (v: typeof model) => (v.learner.objective.name = 'mine'),
      'its objective mine is not known',
    ],
    [
      'nothing',
      (v: typeof model) => delete v.learner,
      "expected XGBoost's JSON (learner) or a linear model (weights)",
    ],
    [
      'other features',
      (v: typeof model) => (v.learner.feature_names[3] = 'Income'),
      'the data has no column Income',
    ],
    [
      'more labels than memory',
      (v: typeof model) => (v.learner.learner_model_param.num_class = '4000000000'),
      'its num_class is 4000000000, expected at most 10000',
    ],
    [
      'a label that is not there',
      (v: typeof model) => (v.learner.gradient_booster.model.tree_info[1] = 7),
      'tree 1 is of the label 7, and there are 1',
    ],
    [
      'no labels',
      (v: typeof model) => delete v.learner.gradient_booster.model.tree_info,
      'it has no tree_info',
    ],
    ['no trees', (v: typeof model) => (v.learner.gradient_booster.model.trees = 3), 'it has no trees'],
    ['a tree that is none', (v: typeof model) => (trees(v)[1] = null), 'it has no tree'],
    [
      'names that are none',
      (v: typeof model) => (v.learner.feature_names = { a: 1 }),
      'its feature_names are no list of names',
    ],
    [
      'a tree deeper than the stack',
      (v: typeof model) => {
        const { left, right, feature, value, missingLeft } = chain(50_000, 1)
        Object.assign(trees(v)[2], {
          left_children: [...left],
          right_children: [...right],
          split_indices: [...feature].fill(0),
          split_conditions: [...value],
          default_left: [...missingLeft],
          split_type: [...missingLeft],
        })
      },
      'tree 2 is damaged, or deeper than 1000',
    ],
  ])('%s', async (_, edit, text) => {
    await expect(change(edit)).rejects.toThrow(text)
    await expect(change(edit)).rejects.toThrow(join(work, 'changed.json'))
  })

  test('a linear model whose lists do not fit, and a file that is not there', async () => {
    const path = join(work, 'wrong.json')
    for (const wrong of [
      { weights: [] },
      { weights: [1, 'x'] },
      { weights: [[1], [2]], bias: 0 },
      { weights: [1], features: ['a', 'b'] },
    ]) {
      await writeFile(path, JSON.stringify(wrong))
      await expect(explainGiven(path, ['a'], [[1]], [[0]])).rejects.toThrow(
        'weights and bias must be numbers',
      )
    }
    await expect(explainGiven('/none.json', ['a'], [[1]], [[0]])).rejects.toThrow(
      '/none.json cannot be read: ENOENT',
    )
  })
})

describe('jobs', () => {
  type Report = {
    explanations: {
      kernel_shap: Record<string, { global_shap_values: Record<string, number>; expected_value: number }>
    }
  }
  let runs = 0
  async function run(data: string, shap: object, options: object, type = 'text/csv', more: object = {}) {
    const folder = join(work, `run-${++runs}`)
    const files = {
      'config/analysis_config.json': JSON.stringify({ dataset_type: type, methods: { shap }, ...more }),
      'config/byom.json': JSON.stringify({ analyzers: { attribution: options } }),
      'data/a': data,
    }
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, 'opt/processing/input', name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text)
    }
    return runJob(folder, {})
  }

  test('XGBoost: global values are those of the recorded rows, single rows are the recorded ones, nothing is asked', async () => {
    const { attributions, expected } = recorded.models['classes']!
    const lines = [features, ...rows].map((row) => row.map((cell) => cell ?? '').join(','))
    const found = await run(
      lines.join('\n'),
      { baseline: background, save_local_shap_values: true },
      { modelFile: join(golden, 'xgboost/classes.json') },
      'text/csv',
      { predictor: { label_headers: ['short', 'usual', 'long'] } },
    )
    expect(found.exit, found.log).toBe(0)
    const { kernel_shap } = (await report<Report>(found, 'analysis.json')).explanations
    expect(Object.keys(kernel_shap)).toEqual(['short', 'usual', 'long'])
    for (const [label, name] of ['short', 'usual', 'long'].entries()) {
      const { global_shap_values, expected_value } = kernel_shap[name]!
      expect(expected_value).toBeCloseTo(expected[label]!, 5)
      for (const [k, feature] of features.entries()) {
        const mean = attributions[label]!.reduce((sum, row) => sum + Math.abs(row[k]!), 0) / rows.length
        expect(global_shap_values[feature], feature).toBeCloseTo(mean, 4)
      }
    }
    const [header, first] = (await textOf(join(found.output, 'explanations_shap/out.csv')))!.split('\n')
    expect(header!.split(',')).toHaveLength(3 * features.length)
    for (const [k, value] of first!.split(',').entries()) {
      const label = Math.floor(k / features.length)
      expect(Number(value)).toBeCloseTo(attributions[label]![0]![k % features.length]!, 4)
    }
  })

  test('the adult model as it is published: log-odds in closed form', async () => {
    const path = join(golden, 'adult/linear-model.json')
    const { weights } = JSON.parse(await readFile(path, 'utf8')) as { weights: number[] }
    const data = await readFile(join(golden, 'adult/validation-dataset.jsonl'), 'utf8')
    const table = data
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).features as number[])
    const zero = features.map(() => 0)
    const found = await run(
      data,
      { baseline: [zero] },
      { modelFile: path, maxRows: 1000 },
      'application/jsonlines',
      // As the SDK writes it: the header of the label stands after those of the features.
      { headers: [...features, 'Target'], features: 'features', label: 'label' },
    )
    expect(found.exit, found.log).toBe(0)
    const { global_shap_values } = (await report<Report>(found, 'analysis.json')).explanations.kernel_shap[
      'label0'
    ]!
    for (const [k, name] of features.entries()) {
      const mean = table.reduce((sum, row) => sum + Math.abs(weights[k]! * row[k]!), 0) / table.length
      expect(Math.abs(global_shap_values[name]! - mean), name).toBeLessThan(1e-12 * (1 + mean))
    }
  })

  test('rows that the model cannot take are left out and counted, also from the file of single rows', async () => {
    const path = join(work, 'two.json')
    await writeFile(path, JSON.stringify({ weights: [1, 1] }))
    const shap = { baseline: [[0, 0]], save_local_shap_values: true }
    const found = await run('a,b\n1,2\n,3\nx,4\n5,6\n', shap, { modelFile: path })
    expect(found.exit, found.log).toBe(0)
    const { custom } = await report<{ custom: { analyzers: Record<string, object> } }>(
      found,
      'statistics.json',
    )
    expect(custom.analyzers['attribution@1']).toEqual({
      rows: 4,
      rows_explained: 2,
      rows_without_attributions: 2,
    })
    expect(await textOf(join(found.output, 'explanations_shap/out.csv'))).toBe(
      'a_label0,b_label0\n1,2\n5,6\n',
    )
    expect(await textOf(join(found.output, 'explanations_shap/rows.csv'))).toBe('file,byte\na,4\na,15\n')
    const none = await run('a,b\nx,2\n', shap, { modelFile: path })
    expect(none.exit).toBe(5)
    expect(none.message).toContain('takes numbers, and no row has one for each feature')
  })

  test('two labels of one name are refused, for one would hide the other', async () => {
    const path = join(work, 'labels.json')
    await writeFile(path, JSON.stringify({ weights: [[1], [2]], bias: [0, 0] }))
    const more = { predictor: { label_headers: ['no', 'no'] } }
    const found = await run('a\n1\n2\n', {}, { modelFile: path }, 'text/csv', more)
    expect(found.exit).toBe(5)
    expect(found.message).toContain('predictor.label_headers gives two labels the name no')
  })

  test('two models are refused before data is read', async () => {
    const both = await run('a\n1\n', {}, { modelFile: '/m.json', model: { url: 'http://127.0.0.1:1' } })
    expect(both.exit).toBe(2)
    expect(both.message).toContain('modelFile and model.url are both set')
  })
})
