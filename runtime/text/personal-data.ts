/** Patterns of personal data and secrets. They are counted; what they match never leaves this file. */

/** What is looked for, in a fixed order. */
export const personalKinds = ['email', 'phone', 'card', 'iban', 'ssn', 'ip', 'secret'] as const
export type PersonalKind = (typeof personalKinds)[number]

/** Characters of a text that are looked at. */
const looked = 100_000

interface Pattern {
  readonly kind: PersonalKind
  /** A text without this has none: most texts are done with that. */
  readonly gate: RegExp
  readonly pattern: RegExp
  readonly valid?: (match: string) => boolean
}

/** From specific to general: what one takes the next does not see, else a card number were a phone number, too. */
const patterns: readonly Pattern[] = [
  {
    kind: 'secret',
    gate: /eyJ|AKIA|-----BEGIN|sk-|gh[pousr]_/,
    pattern:
      /\beyJ[\w-]{8,2000}\.[\w-]{8,2000}\.[\w-]{8,2000}|\bAKIA[0-9A-Z]{16}\b|-----BEGIN [A-Z ]{0,30}PRIVATE KEY|\b(?:sk-|gh[pousr]_)\w{20,200}/g,
  },
  {
    kind: 'email',
    gate: /@/,
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-zA-Z]{2,24}\b/g,
  },
  {
    kind: 'iban',
    gate: /[A-Z]{2}\d{2}/,
    pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/g,
    valid: validIban,
  },
  { kind: 'card', gate: /\d{4}/, pattern: /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g, valid: validCard },
  {
    kind: 'ssn',
    gate: /\d{3}-/,
    pattern: /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g,
  },
  {
    kind: 'ip',
    gate: /\d\.\d/,
    pattern: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/g,
  },
  {
    kind: 'phone',
    gate: /\d{2}/,
    pattern: /(?<![\w.+-])(?:\+|00)?\(?\d{1,4}\)?(?:[ ./-]?\(?\d{2,5}\)?){2,5}(?![\w-])/g,
    valid: validPhone,
  },
]

/** 1 for each kind, in the order of {@link personalKinds}, that occurs in a text. */
export function personalData(text: string): Uint8Array {
  return examined(text).found
}

/** A text, of at most 100,000 characters, with a blank in the place of everything that looks like personal data. */
export function withoutPersonalData(text: string): string {
  return examined(text).rest
}

function examined(text: string): { found: Uint8Array; rest: string } {
  const found = new Uint8Array(personalKinds.length)
  let rest = text.slice(0, looked)
  for (const { kind, gate, pattern, valid } of patterns) {
    if (!gate.test(rest)) continue
    rest = rest.replace(pattern, (match) => {
      if (valid && !valid(match)) return match
      found[personalKinds.indexOf(kind)] = 1
      return ' '
    })
  }
  return { found, rest }
}

/** The check digit of H. Luhn (ISO/IEC 7812). */
function validCard(match: string): boolean {
  const digits = match.replace(/\D/g, '')
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 === 1 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0 && !/^(\d)\1*$/.test(digits) && digits[0] !== '0'
}

/** The remainder of ISO 7064 (mod 97-10). */
function validIban(match: string): boolean {
  const text = match.replaceAll(' ', '')
  let remainder = 0
  for (const letter of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(letter, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder === 1
}

/** Seven to fifteen digits (ITU-T E.164) that start or are separated as people write them; years and dates are not. */
function validPhone(match: string): boolean {
  const digits = match.replace(/\D/g, '').length
  if (digits < 7 || digits > 15) return false
  if (/^\s*(?:19|20)\d\d[ ./-]\d\d?[ ./-]\d\d?/.test(match) || /^\s*\d\d?[./-]\d\d?[./-]\d{4}/.test(match))
    return false
  return /^\s*(?:\+|00)/.test(match) || (/[ ()./-]/.test(match.trim()) && digits >= 9)
}
