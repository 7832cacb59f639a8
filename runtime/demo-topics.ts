/** The data of the demos beside the main one: captured requests of a normal day, of the day after, and of its evening. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** What one demo captures. */
export interface Topic {
  /** byom.json: the features and where they stand. */
  readonly config: object
  readonly title: string
  readonly shifted: string
  /** Bodies of request and response per record: of the baseline, of a day like it, and of one that differs. */
  readonly baseline: readonly Exchange[]
  readonly same: readonly Exchange[]
  readonly other: readonly Exchange[]
}

/** Request and response of one inference; the request may be bytes with their media type. */
export interface Exchange {
  readonly request: object | { readonly bytes: Uint8Array; readonly type: string }
  readonly response: object
}

/** Names of the demos. */
export const topicNames = ['nlp', 'cv', 'detections', 'embedding', 'llm'] as const
export type TopicName = (typeof topicNames)[number]

type Random = () => number

/**
 * @param folder with the folders proverbs, digits, photos and detections
 * @param random uniform numbers in [0, 1)
 */
export async function topicOf(name: TopicName, folder: string, random: Random): Promise<Topic> {
  if (name === 'nlp') return texts(await proverbs(folder), random)
  if (name === 'llm') return conversations(await proverbs(folder), random)
  if (name === 'detections') return answers(folder)
  return name === 'cv' ? images(folder, random) : vectors(folder, random)
}

async function proverbs(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, 'proverbs', 'proverbaro'), 'utf8')
  return text
    .split(/\n%\n?/)
    .map((proverb) => proverb.trim())
    .filter((proverb) => proverb.length > 12)
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
  }
  return copy
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!
}

/** Proverbs in Esperanto; on the other day some of them are about animals only, and people write in haste. */
function texts(all: readonly string[], random: Random): Topic {
  const list = shuffled(all, random)
  const exchange = (text: string): Exchange => ({
    request: { text },
    response: { label: text.length % 2 === 0 ? 'wise' : 'witty' },
  })
  const hasty = (text: string) =>
    random() < 0.5 ? text.toLowerCase().replace(/[ĉĝĥĵŝŭ]/g, (c) => 'cghjsu'['ĉĝĥĵŝŭ'.indexOf(c)]!) : text
  const mail = (text: string) => (random() < 0.05 ? `${text} (ludoviko@example.org)` : text)
  return {
    title: 'proverbs in Esperanto (L. Zamenhof), classified',
    shifted: 'half of the writers leave out the accents, and some sign with their address',
    config: {
      features: [
        { name: 'text', from: 'input', path: 'text', kind: 'text' },
        { name: 'label', from: 'output', path: 'label' },
      ],
      analyzers: { nlp: { showTerms: true } },
    },
    baseline: list.slice(0, 1600).map(exchange),
    same: list.slice(1600, 2000).map(exchange),
    other: list.slice(2000, 2400).map((text) => exchange(mail(hasty(text)))),
  }
}

/** Handwritten digits of 64 pixels; on the other day every fifth record is an eight. */
async function vectors(folder: string, random: Random): Promise<Topic> {
  const text = gunzipSync(await readFile(join(folder, 'digits', 'digits.csv.gz'))).toString()
  const rows = shuffled(text.trim().split('\n'), random).map((line) => line.split(',').map(Number))
  const exchange = (row: readonly number[]): Exchange => ({
    request: { image: 'not captured' },
    response: { digit: row[64], embedding: row.slice(0, 64) },
  })
  const eights = rows.slice(1100).filter((row) => row[64] === 8)
  return {
    title: 'handwritten digits as vectors of 64 numbers',
    shifted: 'every fifth digit is an eight',
    config: {
      features: [
        { name: 'embedding', from: 'output', path: 'embedding', kind: 'vector' },
        { name: 'digit', from: 'output', path: 'digit' },
      ],
    },
    baseline: rows.slice(0, 1100).map(exchange),
    same: rows.slice(1100, 1400).map(exchange),
    other: rows.slice(1400, 1700).map((row) => exchange(random() < 0.2 ? pick(eights, random) : row)),
  }
}

const photos = ['astronaut', 'brick', 'camera', 'chelsea', 'coffee', 'grass', 'gravel', 'rocket']

/** Crops of photographs; on the other day the camera is a little out of focus, and some uploads are cut off. */
async function images(folder: string, random: Random): Promise<Topic> {
  const { default: sharp } = await import('sharp')
  const files = await Promise.all(photos.map((name) => readFile(join(folder, 'photos', `${name}.jpg`))))
  const crop = async (blurred: boolean): Promise<Exchange> => {
    const file = pick(files, random)
    const { width, height } = await sharp(file).metadata()
    const side = 64 + Math.floor(random() * 32)
    const image = sharp(file).extract({
      left: Math.floor(random() * (width - side)),
      top: Math.floor(random() * (height - side)),
      width: side,
      height: side,
    })
    const bytes = await (blurred ? image.blur(0.8) : image).jpeg({ quality: 85 }).toBuffer()
    const whole = !blurred || random() > 0.06
    return {
      request: { bytes: whole ? bytes : bytes.subarray(0, bytes.length / 2), type: 'image/jpeg' },
      response: { score: Number(random().toFixed(3)) },
    }
  }
  const some = async (count: number, blurred: boolean) => {
    const list: Exchange[] = []
    for (let i = 0; i < count; i++) list.push(await crop(blurred))
    return list
  }
  return {
    title: 'crops of photographs',
    shifted: 'the camera is out of focus, and some uploads are cut off',
    config: {
      features: [
        { name: 'photo', from: 'input', kind: 'bytes' },
        { name: 'score', from: 'output', path: 'score' },
      ],
    },
    baseline: await some(400, false),
    same: await some(100, false),
    other: await some(100, true),
  }
}

/** What detectors of faces, eyes and smiles found in crops of photographs; on the other day the camera is out of focus. */
async function answers(folder: string): Promise<Topic> {
  const text = gunzipSync(await readFile(join(folder, 'detections', 'answers.json.gz'))).toString()
  const { baseline, same, other }: Record<'baseline' | 'same' | 'other', object[]> = JSON.parse(text)
  const exchange = (detections: object): Exchange => ({
    request: { image: 'not captured' },
    response: { detections },
  })
  return {
    title: 'answers of detectors of faces, eyes and smiles',
    shifted: 'the camera is out of focus, so they find less',
    config: {
      features: [{ name: 'detections', from: 'output', path: 'detections', kind: 'text' }],
    },
    baseline: baseline.map(exchange),
    same: same.map(exchange),
    other: other.map(exchange),
  }
}

/** Questions about proverbs, answered by a made-up model; on the other day it refuses more and repeats itself. */
function conversations(all: readonly string[], random: Random): Topic {
  const list = shuffled(all, random)
  const closings = [
    'It is a proverb about patience.',
    'People say it when something takes its time.',
    'It warns against haste.',
    'In other languages there are sayings like it.',
  ]
  const exchange = (proverb: string, tired: boolean): Exchange => {
    const words = proverb.split(' ')
    const length = Math.round(200 + 900 * random() + 20 * words.length)
    const answer =
      random() < (tired ? 0.12 : 0.01)
        ? 'I am sorry, but I cannot help with that.'
        : tired && random() < 0.15
          ? Array.from({ length: 12 }, () => 'it means that it means').join(' ')
          : `The proverb "${proverb}" has ${words.length} words. ${pick(closings, random)}`
    return {
      request: { prompt: `What does "${proverb}" mean?`, context: `Proverb no. ${length}: ${proverb}` },
      response: { answer, usage: { output: Math.ceil(answer.length / 4) }, milliseconds: length },
    }
  }
  return {
    title: 'questions about proverbs, answered by a made-up model',
    shifted: 'the model refuses more often, and goes round in circles',
    config: {
      features: [
        { name: 'prompt', from: 'input', path: 'prompt', kind: 'text' },
        { name: 'response', from: 'output', path: 'answer', kind: 'text' },
        { name: 'context', from: 'input', path: 'context', kind: 'text' },
        { name: 'latency', from: 'output', path: 'milliseconds' },
        { name: 'response_tokens', from: 'output', path: 'usage.output' },
      ],
    },
    baseline: list.slice(0, 1500).map((proverb) => exchange(proverb, false)),
    same: list.slice(1500, 1900).map((proverb) => exchange(proverb, false)),
    other: list.slice(1900, 2300).map((proverb) => exchange(proverb, true)),
  }
}
