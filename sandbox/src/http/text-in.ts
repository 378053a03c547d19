/** One parameter of a query as text; "" where it is missing, or is there more than once. */
export function textIn(query: Readonly<Record<string, unknown>>, name: string): string {
  const said = query[name]
  return typeof said === 'string' ? said : ''
}
