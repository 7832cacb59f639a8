/** Waits for work that may never end. */
import { thrownText } from './check.ts'

/** After this long, work that should end at once counts as hanging; no correct plugin comes near. */
const patience = 5000

/** What is wrong with some work: it throws, or does not end. */
export interface Trouble {
  readonly text: string
  readonly cause?: unknown
  readonly hangs: boolean
}

/** Runs work to its end; undefined when it ended well. */
export async function within(work: () => Promise<unknown>): Promise<Trouble | undefined> {
  let timer: NodeJS.Timeout | undefined
  const hanging = new Promise<Trouble>((resolve) => {
    timer = setTimeout(
      () => resolve({ text: `does not end within ${patience / 1000} s`, hangs: true }),
      patience,
    )
  })
  const running = (async () => work())().then(
    () => undefined,
    (cause): Trouble => ({ text: `fails: ${thrownText(cause)}`, cause, hangs: false }),
  )
  try {
    return await Promise.race([running, hanging])
  } finally {
    clearTimeout(timer)
  }
}
