export interface Item {
  readonly sku: string
  readonly price: number
}

export function total(items: readonly Item[]): number {
  return items.reduce((sum, { price }) => sum + price, 0)
}
