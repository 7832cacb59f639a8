/** What the generated validators are. */
import type { ErrorObject } from 'ajv'

/** True when the value fits its schema; otherwise `errors` lists every problem. */
export interface Validator<Type> {
  (value: unknown): value is Type
  errors?: ErrorObject[] | null
}
