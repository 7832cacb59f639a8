/** Tokens, vectors and images against values of other programs: the tokenizers library, numpy, scikit-learn. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { seeded } from '../../../runtime/conformance/random.ts'
import {
  inspectModel,
  inspectVectorModel,
  runModel,
  type VectorUse,
  vectorsOf,
} from '../../../runtime/models/index.ts'
import { openTokenizer } from '../../../runtime/models/tokens.ts'

const golden = new URL('../../golden/models/', import.meta.url).pathname
const file = (name: string) => join(golden, name)
const expected = JSON.parse(await readFile(file('expected.json'), 'utf8')) as {
  proverbs: { text: string; ids: number[]; mean: number[]; cls: number[] }[]
  photos: { mean: number[]; std: number[]; vector: number[] }
  words: { texts: string[]; vectors: number[][] }
}
const usual: VectorUse = {
  path: '',
  tokenizer: '',
  lowercase: true,
  maxTokens: 64,
  pooling: 'mean',
  normalize: false,
  output: '',
  batchRows: 1,
  width: 0,
  height: 0,
  fit: 'cover',
  mean: [0],
  std: [1],
  maxMegapixels: 40,
}
const image = (bytes: Uint8Array) => ({ bytes, mediaType: undefined })
const embed = (change: Partial<VectorUse>, items: Parameters<typeof vectorsOf>[2]) => {
  const use = { ...usual, ...change }
  return vectorsOf(inspectVectorModel(use), use, items)
}
const vectors = (...given: Parameters<typeof embed>) =>
  embed(...given).map((each) => {
    if (each instanceof Float32Array) return [...each]
    throw new Error(each.reason)
  })
function close(found: readonly (readonly number[])[], wanted: readonly (readonly number[])[], digits = 4) {
  expect(found).toHaveLength(wanted.length)
  for (const [i, vector] of found.entries()) {
    expect(vector).toHaveLength(wanted[i]!.length)
    for (const [k, x] of vector.entries()) expect(x, `${i}, ${k}`).toBeCloseTo(wanted[i]![k]!, digits)
  }
}
const texts = expected.proverbs.map(({ text }) => text)
const proverbs = { path: file('proverbs.onnx'), tokenizer: file('tokenizer.json') }

describe('tokens', () => {
  test.each(['tokenizer.json', 'vocab.txt'])('of %s are those of the tokenizers library', async (name) => {
    const tokenizer = await openTokenizer(file(name), true)
    for (const { text, ids } of expected.proverbs) expect(tokenizer.ids(text, 64), text).toEqual(ids)
    expect(tokenizer.padding).toBe(0)
  })

  test('ten million characters are cut before they are split', async () => {
    const tokenizer = await openTokenizer(file('vocab.txt'), true)
    const long = `${texts[0]} `.repeat(10_000_000 / texts[0]!.length)
    const before = performance.now()
    const found = tokenizer.ids(long, 64)
    expect(performance.now() - before).toBeLessThan(1000)
    expect(found).toHaveLength(64)
    expect(found.at(-1)).toBe(3)
  })

  test('a file that is none says so', async () => {
    const path = join(tmpdir(), `byom-no-tokenizer-${process.pid}.json`)
    await writeFile(path, '{"model": {"type": "Magic"}}')
    await expect(openTokenizer(path, true)).rejects.toThrow(/is neither a tokenizer\.json nor a vocab\.txt/)
    await rm(path)
    await expect(openTokenizer(path, true)).rejects.toThrow(/cannot be read: there is no such file/)
    await expect(openTokenizer(file('make.py'), true)).rejects.toThrow('it has no line [UNK]')
  })
})

describe('vectors of texts', () => {
  test('pooled by mean and by the first token', () => {
    close(
      vectors(proverbs, texts),
      expected.proverbs.map(({ mean }) => mean),
    )
    close(
      vectors({ ...proverbs, pooling: 'cls' }, texts),
      expected.proverbs.map(({ cls }) => cls),
    )
  })

  test('alone or with others, scaled or not', () => {
    const alone = vectors(proverbs, texts)
    close(vectors({ ...proverbs, batchRows: 5 }, texts), alone, 5)
    for (const [i, vector] of vectors({ ...proverbs, normalize: true }, texts).entries()) {
      expect(Math.hypot(...vector)).toBeCloseTo(1, 6)
      const length = Math.hypot(...alone[i]!)
      close([vector], [alone[i]!.map((x) => x / length)], 6)
    }
    // One by one, so to the last bit.
    for (const [i, text] of texts.entries()) expect(vectors(proverbs, [text])[0]).toEqual(alone[i])
  })

  test('a model that takes the texts themselves', () => {
    expect(vectors({ path: file('words.onnx') }, expected.words.texts)).toEqual(expected.words.vectors)
  })
})

describe('vectors of images', () => {
  const { mean, std, vector } = expected.photos
  const photos = { path: file('photos.onnx'), mean, std }

  test('channel by channel, shifted and scaled', async () => {
    close(vectors(photos, [image(await readFile(file('noise.png')))]), [vector])
  })

  test('pixels as they are, channels last, two at a time', async () => {
    const raw = Uint8Array.from({ length: 18 }, (_, i) => 13 * i)
    const png = await sharp(raw, { raw: { width: 3, height: 2, channels: 3 } })
      .png()
      .toBuffer()
    const other = await sharp(raw.toReversed(), { raw: { width: 3, height: 2, channels: 3 } })
      .png()
      .toBuffer()
    const found = vectors({ path: file('pixels.onnx') }, [image(png), image(other), image(png)])
    expect(found).toEqual([[...raw], [...raw.toReversed()], [...raw]])
  })

  test('what is no image has no vector, and does not disturb the others', async () => {
    const good = image(await readFile(file('noise.png')))
    const bad = [new Uint8Array(), Buffer.from('<svg/>'), good.bytes.subarray(0, 1500)].map(image)
    const huge = image(
      await sharp({ create: { width: 7000, height: 7000, channels: 3, background: 'red' } })
        .png({ compressionLevel: 9 })
        .toBuffer(),
    )
    for (const batchRows of [1, 8]) {
      const found = embed({ ...photos, batchRows }, [good, ...bad, huge, 'text', good])
      expect(found.map((each) => (each instanceof Float32Array ? 'vector' : each.fault))).toEqual([
        'vector',
        ...new Array(5).fill('unreadable'),
        'vector',
      ])
      expect(found.at(-1)).toEqual(found[0])
    }
  })
})

describe('models and options that do not go together', () => {
  const problem = (change: Partial<VectorUse>) => {
    try {
      inspectVectorModel({ ...usual, ...change })
      return ''
    } catch (error) {
      return (error as Error).message
    }
  }

  test('are refused by name', () => {
    expect(problem({ path: file('proverbs.onnx') })).toContain('takes tokens: set tokenizer to')
    expect(problem({ ...proverbs, pooling: 'none' })).toContain('is not one vector per record: set pooling')
    expect(problem({ ...proverbs, output: 'pooler' })).toContain(
      'has no output pooler with vectors; it has last_hidden_state (float32[batch, length, 24])',
    )
    expect(problem({ path: file('mixed.onnx') })).toContain('expected input_ids, attention_mask')
    expect(problem({ path: file('photos.onnx'), width: 64 })).toContain(
      'width is 64, and the input is pixels',
    )
    expect(problem({ path: '/none.onnx' })).toBe('the model /none.onnx cannot be read: there is no such file')
  })
})

describe('the runtime', () => {
  test('refuses what the model refuses, in one sentence', () => {
    const model = inspectModel(file('proverbs.onnx'))
    const ids = { type: 'int64', dims: [1, 1], data: BigInt64Array.of(10n ** 9n) } as const
    const feeds = { input_ids: ids, attention_mask: ids, token_type_ids: ids }
    expect(() => runModel(model, feeds, ['last_hidden_state'])).toThrow(
      /cannot be run: .*indices element out of/,
    )
    expect(() => runModel(model, {}, ['last_hidden_state'])).toThrow(/cannot be run: .*input_ids/)
  })

  test('refuses damaged files or runs them, whatever the damage', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'byom-damaged-'))
    const random = seeded(3)
    let refused = 0
    for (const name of ['photos.onnx', 'proverbs.onnx', 'mixed.onnx']) {
      const whole = await readFile(file(name))
      for (let i = 0; i < 60; i++) {
        const bytes = Buffer.from(whole)
        // The nodes stand first, shapes and versions last.
        const places = [random.below(400), bytes.length - 1 - random.below(400), random.below(bytes.length)]
        for (const at of places) bytes[at]! ^= 1 << random.below(8)
        const path = join(folder, `${i}-${name}`)
        await writeFile(path, bytes)
        try {
          expect(inspectModel(path).bytes).toBe(bytes.length)
        } catch (error) {
          refused++
          expect((error as Error).message).toMatch(/^\S+ (cannot be loaded as|keeps its weights)/)
          expect((error as Error).message).not.toContain('\n')
        }
      }
    }
    expect(refused).toBeGreaterThan(30)
    await rm(folder, { recursive: true })
  })

  test('reads no weights from other files, not even from one that is there', () => {
    expect(() => inspectModel(file('external.onnx'))).toThrow(
      /external\.onnx keeps its weights in other files: save it as one file/,
    )
  })
})
