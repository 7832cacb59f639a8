/** Offsets of windows: ISO-8601 durations with a leading minus, such as -PT1H and -P8D. Pure. */

const pattern = /^(-?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)D)?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/**
 * Milliseconds of a duration; below zero with a leading minus. Days after the T are read, too: samples of the service
 * have them. NaN for any other text, also for months and years, which have no fixed length.
 */
export function parseDuration(text: string): number {
  const match = pattern.exec(text.trim())
  if (!match) return Number.NaN
  const [, sign, ...parts] = match
  if (parts.every((part) => part === undefined)) return Number.NaN
  const [weeks, days, lateDays, hours, minutes, seconds] = parts.map((part) => Number(part ?? 0)) as number[]
  const total = ((((weeks! * 7 + days! + lateDays!) * 24 + hours!) * 60 + minutes!) * 60 + seconds!) * 1000
  return sign && total > 0 ? -total : total
}
