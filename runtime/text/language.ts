/** The language of a text, by the n-gram model of eld (Apache-2.0), which holds 60 languages and needs no download. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Codes (ISO 639-1) in a fixed order, so that a language can be kept as a number; `unknown` is the last. */
export const languages: readonly string[] = (
  'am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no ' +
  'or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh unknown'
).split(' ')

/** Place of `unknown` in {@link languages}. */
export const unknownLanguage = languages.length - 1

/** Characters that are looked at; more change nothing. */
const looked = 300
/** Letters below which a language is a guess. */
const fewestLetters = 12

interface Detector {
  detect(text: string): { language: string; isReliable(): boolean }
}

let detector: Detector | undefined

/** Place of a text's language in {@link languages}; `unknown` for a text too short to tell. */
export function languageOf(text: string): number {
  const start = text.slice(0, looked)
  if ((start.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return unknownLanguage
  detector ??= load()
  const found = detector.detect(start)
  const place = found.isReliable() ? languages.indexOf(found.language) : -1
  return place < 0 ? unknownLanguage : place
}

/** Loaded when the first text comes, at once: it takes a third of a second and 80 MB, and most runs have no texts. */
function load(): Detector {
  const path = fileURLToPath(import.meta.resolve('eld/small'))
  return (createRequire(import.meta.url)(path) as { eld: Detector }).eld
}
