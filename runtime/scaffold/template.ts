/** What a kind of plugin brings to the package that `byom init` writes; the rest is the same for all kinds. */
export interface Template {
  /** A sentence for package.json and the plugin table. */
  readonly description: string
  /** Text of plugin.ts. */
  plugin(name: string): string
  /** What byom.json says beside `plugins`. */
  config(name: string): object
  /** Where a run shows what the plugin did. */
  readonly result: string
}
