/** The progress bar of a run, for a person at a terminal. */
import cliProgress from 'cli-progress'

/** A bar over the bytes of a plan, with rows per second. */
export class ProgressBar {
  readonly #bar: cliProgress.SingleBar
  readonly #now: () => number
  readonly #started: number
  #rows = 0
  #bytes = 0

  constructor(totalBytes: number, now: () => number) {
    this.#now = now
    this.#started = now()
    this.#bar = new cliProgress.SingleBar(
      {
        format: ' reading {bar} {percentage}% │ {rows} rows │ {rate} rows/s',
        hideCursor: true,
        clearOnComplete: true,
        barsize: 30,
        fps: 10,
      },
      cliProgress.Presets.shades_classic,
    )
    this.#bar.start(Math.max(totalBytes, 1), 0, this.#payload())
  }

  add(rows: number, bytes: number): void {
    this.#rows += rows
    this.#bytes += bytes
    this.#bar.update(this.#bytes, this.#payload())
  }

  stop(): void {
    this.#bar.stop()
  }

  #payload() {
    const seconds = Math.max((this.#now() - this.#started) / 1000, 0.001)
    const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
    return { rows: format.format(this.#rows), rate: format.format(this.#rows / seconds) }
  }
}
