import { type Item, total } from './basket.ts'

interface Capture {
  readonly endpoint_input: { readonly data: string }
  readonly endpoint_output: { readonly data: string }
}

/** One row for each item of the basket. */
export function preprocess_handler(record: Capture) {
  const items: Item[] = JSON.parse(record.endpoint_input.data).items
  return items.map(({ sku, price }) => ({
    sku,
    price,
    basket: total(items),
    accepted: record.endpoint_output.data === '1',
  }))
}
