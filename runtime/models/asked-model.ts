/** Which model a report's numbers come from, and whether it is the baseline's. */

/** Stands in statistics and constraints. Plain JSON. */
export type AskedModel = {
  /** Name of the file, without its folder. */
  file: string
  sha256: string
  /** SHA-256 of the tokenizer's file, of a model that has one. */
  tokenizer?: string
  /** Digest of the options on which the numbers depend. */
  options?: string
}

/**
 * How this run's model differs from the baseline's, in words; undefined: not at all.
 * @param before of the baseline, from a file that may have been edited; undefined: it names none
 */
export function otherModel(now: AskedModel | undefined, before: unknown): string | undefined {
  const then = (before ?? {}) as Partial<AskedModel>
  if (now === undefined && before === undefined) return undefined
  if (now?.sha256 !== then.sha256) return `${shown(now)} was asked, in the baseline ${shown(then)}`
  const what =
    now?.tokenizer !== then.tokenizer
      ? 'another tokenizer'
      : now?.options !== then.options
        ? 'other options'
        : undefined
  return what && `${shown(now)} was asked with ${what} than in the baseline`
}

function shown(model: Partial<AskedModel> | undefined): string {
  if (typeof model?.sha256 !== 'string') return 'no ONNX model'
  return `the model ${model.file} (SHA-256 ${model.sha256.slice(0, 12)}…)`
}
