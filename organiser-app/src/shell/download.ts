import type { Api } from '@telaio/shared/client'

const nameIn = (header: string | null): string | null => /filename="?([^";]+)"?/.exec(header ?? '')?.[1] ?? null

/** Fetches a file of the lab with our token and hands it to the browser to keep. */
export async function downloadFile(api: Api, lab: string, path: string): Promise<void> {
  await keepFile(await api.file(lab, path), path.split('/').at(-1) ?? 'telaio')
}

/** Hands an answer to the browser to keep, under the name that it says; `otherwise` where it says none. */
export async function keepFile(response: Response, otherwise: string): Promise<void> {
  const name = nameIn(response.headers.get('content-disposition')) ?? otherwise
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // the browser has taken it by then; Safari needs a moment
  setTimeout(() => URL.revokeObjectURL(url), 30_000)
}

/** Hands a text made here to the browser to keep as a file. */
export function keepText(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 30_000)
}
