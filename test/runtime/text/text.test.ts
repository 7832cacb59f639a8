import { describe, expect, it } from 'vitest'
import { charactersOf } from '../../../runtime/text/characters.ts'
import { languageOf, languages } from '../../../runtime/text/language.ts'
import { personalData, personalKinds } from '../../../runtime/text/personal-data.ts'
import { scriptOf, scripts } from '../../../runtime/text/scripts.ts'
import { repeatedShare, sharedRuns, wordsOf } from '../../../runtime/text/words.ts'

describe('personal data', () => {
  it.each([
    ['write to jane.roe+x@mail.example.co.uk today', ['email']],
    ['card 4111 1111 1111 1111 please', ['card']],
    ['card 4111 1111 1111 1112 please', []],
    ['IBAN DE89 3704 0044 0532 0130 00', ['iban']],
    ['IBAN DE88 3704 0044 0532 0130 00', []],
    ['my number is 078-05-1120', ['ssn']],
    // No such number is given out, but it could be a telephone's.
    ['my number is 666-05-1120', ['phone']],
    ['from 192.168.0.12 to 999.1.1.1', ['ip']],
    ['call +49 30 901820 now', ['phone']],
    ['call (030) 90 18 20 77', ['phone']],
    ['between 2020-01-02 and 31.12.2021 there were 1234 of them', []],
    ['key sk-abcdefghijklmnopqrstuvwx', ['secret']],
    ['nothing to see @ all, 12 of 30', []],
  ])('%s', (text, expected) => {
    const found = personalData(text)
    expect(personalKinds.filter((_, i) => found[i] === 1)).toEqual(expected)
  })

  it.each([
    '1 '.repeat(50_000),
    'a'.repeat(100_000),
    '@a.'.repeat(33_000),
    'AB12'.repeat(25_000),
    '(1'.repeat(50_000),
  ])('hostile texts take no longer than others: %#', (text) => {
    const start = process.hrtime.bigint()
    personalData(text)
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(1000)
  })
})

describe('characters', () => {
  it('are counted by what they are', () => {
    expect(charactersOf('Ab1!é🙂 ')).toEqual({
      letters: 3 / 8,
      digits: 1 / 8,
      punctuation: 1 / 8,
      upper: 1 / 8,
      nonAscii: 3 / 8,
      garbage: 0,
      emoji: 2 / 8,
      bidirectional: 0,
      longestRun: 1,
    })
  })

  it('garbage, directions and runs', () => {
    expect(charactersOf('\u0000\ufffd\ud800a').garbage).toBe(3 / 4)
    expect(charactersOf('\u202eabc').bidirectional).toBe(1 / 4)
    expect(charactersOf('aaab').longestRun).toBe(3)
    expect(charactersOf('').letters).toBe(0)
  })
})

describe('languages and scripts', () => {
  it.each([
    ['The quick brown fox jumps over the lazy dog near the river bank.', 'en', 'latin'],
    ['Der schnelle braune Fuchs springt über den faulen Hund am Fluss.', 'de', 'latin'],
    ['Быстрая коричневая лиса прыгает через ленивую собаку у реки.', 'ru', 'cyrillic'],
    ['素早い茶色の狐はのろまな犬を飛び越えます。', 'ja', 'kana'],
    ['12 + 30 = 42', 'unknown', 'none'],
    ['ok', 'unknown', 'latin'],
  ])('%s', (text, language, script) => {
    expect(languages[languageOf(text)]).toBe(language)
    expect(scripts[scriptOf(text)]).toBe(script)
  })
})

describe('words', () => {
  it('are letters with apostrophes, or digits', () => {
    expect(wordsOf("Don't say “naïve” 42 times—ever")).toEqual([
      "don't",
      'say',
      'naïve',
      '42',
      'times',
      'ever',
    ])
  })

  it('repetition and shared runs', () => {
    expect(repeatedShare('a b a b a b'.split(' '), 2)).toBe(1 - 2 / 5)
    expect(repeatedShare(['a'], 2)).toBe(0)
    expect(sharedRuns('a b c d'.split(' '), 'x b c y'.split(' '), 2)).toBe(1 / 3)
    expect(sharedRuns(['a'], ['a'], 2)).toBe(0)
  })
})
