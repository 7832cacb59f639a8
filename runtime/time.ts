/** ISO-8601 instants, read without the machine's clock, locale or time zone. */

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i

/**
 * Milliseconds since 1970 of an ISO-8601 date-time; without a zone it is UTC. Blanks inside are tolerated, because the
 * service's own guide prints them. NaN when the text is not such a time.
 */
export function parseInstant(text: string): number {
  const plain = plainInstant(text)
  if (!Number.isNaN(plain)) return plain
  const trimmed = text.trim()
  const match = pattern.exec(trimmed) ?? pattern.exec(trimmed.replace(/\s+/g, ''))
  if (!match) return Number.NaN
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match
  const days = new Date(0)
  days.setUTCFullYear(+year!, +month! - 1, +day!)
  if (days.getUTCMonth() !== +month! - 1 || days.getUTCDate() !== +day!) return Number.NaN
  if (+hour > 23 && !(+hour === 24 && +minute === 0 && +second === 0)) return Number.NaN
  if (+minute > 59 || +second > 60) return Number.NaN
  const offset = /^z$/i.test(zone)
    ? 0
    : (zone.startsWith('-') ? -1 : 1) * (+zone.slice(1, 3) * 60 + +zone.slice(-2) * (zone.length > 3 ? 1 : 0))
  return (
    days.getTime() +
    ((+hour * 60 + +minute - offset) * 60 + +second) * 1000 +
    Math.trunc(+`0.${fraction || 0}` * 1000)
  )
}

/** Instant of `2019-11-26T03:00:00Z`, the form of every captured record; NaN for any other, and for what needs care. */
function plainInstant(text: string): number {
  if (text.length !== 20 || text[4] !== '-' || text[7] !== '-' || text[10] !== 'T') return Number.NaN
  if (text[13] !== ':' || text[16] !== ':' || text[19] !== 'Z') return Number.NaN
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const second = twoDigits(text, 17)
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2)
  // Days beyond 28 and the years that Date.UTC moves are left to the pattern.
  const plain = year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= 28
  return plain && hour <= 23 && minute <= 59 && second <= 59
    ? Date.UTC(year, month - 1, day, hour, minute, second)
    : Number.NaN
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN
}

/** A closed-open span of time in milliseconds since 1970; an absent end is unbounded. */
export interface Window {
  readonly start?: number
  readonly end?: number
}

/** True when the instant lies in the window, start included, end excluded. */
export function inWindow(window: Window, instant: number): boolean {
  return (
    instant >= (window.start ?? Number.NEGATIVE_INFINITY) &&
    instant < (window.end ?? Number.POSITIVE_INFINITY)
  )
}

/**
 * The hour that a path's last `yyyy/mm/dd/hh` folders name, in milliseconds since 1970; undefined when it has none.
 */
export function folderHour(path: string): number | undefined {
  const match = /.*(?:^|\/)(\d{4})\/(\d\d)\/(\d\d)\/(\d\d)\//.exec(path)
  if (!match) return undefined
  const instant = parseInstant(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:00Z`)
  return Number.isNaN(instant) ? undefined : instant
}

/** True when any instant of the hour that starts at `hour` lies in the window. */
export function hourTouches(window: Window, hour: number): boolean {
  return (
    hour + 3_600_000 > (window.start ?? Number.NEGATIVE_INFINITY) &&
    hour < (window.end ?? Number.POSITIVE_INFINITY)
  )
}
