/** A fresh command id: 128 random bits as 32 hex digits. `crypto.getRandomValues` works on plain http too, where `randomUUID` does not. */
export const newCommandId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
