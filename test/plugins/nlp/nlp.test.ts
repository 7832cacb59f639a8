import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import plugin from '../../../plugins/nlp/plugin.ts'
import { seeded } from '../../../runtime/conformance/random.ts'
import { runOf, type Said, violated } from '../baseline-run.ts'

const file = new URL('../../golden/proverbs/proverbaro', import.meta.url)
const proverbs = (await readFile(file, 'utf8'))
  .split(/\n%\n?/)
  .map((text) => text.trim())
  .filter((text) => text.length > 12)
  .map((text) => ({ text, key: seeded(text.length + text.charCodeAt(3) * 977).next() }))
  .sort((a, b) => a.key - b.key || (a.text < b.text ? -1 : 1))
  .map(({ text }) => text)

const options = {
  alpha: 0.01,
  minRecords: 50,
  sampleSize: 2000,
  showTerms: false,
  termTexts: 20,
  except: ['boxes'],
}
const texts = (values: readonly (string | undefined)[]) => ({ saying: { kind: 'text' as const, values } })
// Every sixth, so that baseline and current texts are alike.
const [now, before] = [0, 1].map((side) => proverbs.filter((_, i) => (i % 6 === 0) === (side === 0))) as [
  string[],
  string[],
]
const baseline = runOf(plugin, options, texts(before))
const run = (values: readonly (string | undefined)[], own = options, from: Said = baseline) =>
  runOf(plugin, own, texts(values), from)

describe('proverbs', () => {
  it('of the same kind are no alarm', () => {
    expect(violated(run(now))).toEqual([])
  })

  it('in another language are found, with what moved as the cause', () => {
    const english = now.map((text, i) =>
      i % 10 === 0
        ? 'People who live in glass houses should not throw stones at other people, they say.'
        : text,
    )
    const said = run(english)
    expect(violated(said)).toContain('baseline_drift_check')
    expect(said.findings.map(({ description }) => description).join()).toMatch(
      /Likely cause: language of the rarest: 1\.1 % → 11 %; words: mean 6\.04 → 6\.9; longest_run: mean 1\.05 → 1\.15/,
    )
  })

  it('with addresses are found by the share, and the reports hold no address', () => {
    const said = run(now.map((text, i) => (i % 25 === 0 ? `${text} jane.roe@example.com` : text)))
    expect(violated(said)).toContain('pii_check')
    expect(JSON.stringify(said)).not.toContain('jane')
  })

  it('words of many texts are named, those of few and of personal data never', () => {
    const shown = { ...options, showTerms: true }
    const from = runOf(plugin, shown, texts(before))
    const shifted = now.map((text, i) =>
      i % 5 === 0
        ? `${text} hipopotamo kontakt@hipodromo.example`
        : i % 40 === 1
          ? `${text} sekretulo`
          : text,
    )
    const said = run(shifted, shown, from)
    const { drift } = said.statistics.custom!.features[0] as { drift?: { terms: unknown[] } }
    const terms = drift!.terms
    expect(terms).toContainEqual({ term: 'hipopotamo', before: 0, now: expect.closeTo(0.2, 2), new: true })
    expect(terms.length).toBeLessThanOrEqual(10)
    expect(JSON.stringify([from, said])).not.toMatch(/hipodromo|kontakt|sekretulo/)
    const strict = run(shifted, { ...shown, termTexts: 200 }, from)
    expect(JSON.stringify(strict)).not.toContain('hipopotamo')
  })

  it('no word leaves the job when showTerms is off', () => {
    const shifted = now.map((text, i) => (i % 5 === 0 ? `${text} hipopotamo` : text))
    expect(JSON.stringify([baseline, run(shifted)])).not.toMatch(/hipopotamo|akvo/)
    const shown = { ...options, showTerms: true }
    const said = run(shifted, shown, runOf(plugin, shown, texts(before)))
    expect(said.findings[0]!.description).toMatch(/"hipopotamo" in 0 % → 20 % of the texts/)
  })

  it('features that are no texts are left alone', () => {
    const said = runOf(plugin, options, { ...texts(now), boxes: texts(now).saying })
    expect(said.statistics.custom!.features.map(({ name }) => name)).toEqual(['saying'])
  })

  it('too few say so; missing ones are counted', () => {
    const said = run([...now.slice(0, 40), undefined, undefined])
    expect(said.statistics.custom!.features[0]).toMatchObject({ present: 40, missing: 2 })
    expect(said.findings[0]!.description).toBe(
      'Insufficient data: 40 texts, at least 50 are needed for a comparison',
    )
  })
})
