/** A refusal in Miro's own shape; REST answers it, the Web SDK throws its message. */
export class MiroError extends Error {
  readonly status: number
  readonly code: string
  readonly context: object | null
  constructor(status: number, code: string, message: string, context: object | null = null) {
    super(message)
    this.name = 'MiroError'
    this.status = status
    this.code = code
    this.context = context
  }
  get body(): object {
    return { type: 'error', code: this.code, ...(this.context && { context: this.context }), message: this.message, status: this.status }
  }
}

export interface Violation {
  readonly field: string
  readonly message: string
}

/** As seen on the wire: the sentence is always the same, the violations stand in the context. */
export const invalid = (...violations: readonly Violation[]): MiroError =>
  new MiroError(400, '2.0703', 'Invalid parameters', { fields: violations })

export const invalidField = (field: string, message: string): MiroError => invalid({ field, message })

export const itemNotFound = (boardId: string): MiroError => new MiroError(404, '3.0201', 'Item not found', { boardId: { value: boardId } })
export const boardNotFound = (boardId: string): MiroError =>
  new MiroError(404, '3.0101', 'Board not found', { boardId: { value: boardId } })
export const notAllowed = (message: string): MiroError => new MiroError(403, 'insufficientPermissions', message)
export const noToken = (message: string): MiroError => new MiroError(401, 'tokenNotProvided', message)
export const badToken = (message: string): MiroError => new MiroError(401, 'tokenNotFound', message)
export const tooManyRequests = (): MiroError => new MiroError(429, 'tooManyRequests', 'Request rate limit exceeded, please try again later')
export const internalError = (status = 500): MiroError => new MiroError(status, '3.0000', 'Internal error')
