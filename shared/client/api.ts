import {
  type AreaItems,
  type ArmReply,
  type ArmSaid,
  type ClaimBoard,
  type ConnectBoard,
  type ConnectedBoard,
  EDIT_KEYS_HEADER,
  type ImportPreview,
  type CopyKit,
  type InvitesAnswer,
  KIT_FILE_TYPE,
  type KitAnswer,
  type KitList,
  type KitFromLab,
  type KitFromLabSaved,
  type KitReview,
  type KitSaved,
  type LabList,
  type MiroConnection,
  type MiroConsent,
  type MiroDisconnected,
  type MiroSignedIn,
  type MiroSignIn,
  type ModelAnswer,
  type PanelCode,
  type Problem,
  type RegisterAnswer,
  type SaidFileFault,
  type SaveKit,
  type SignedIn,
  type VectorsAnswer,
} from '../api/index.ts'
import type { Repertoire } from '../kit/index.ts'
import type { Answered, CommandInput } from '../lab/index.ts'
import type { Items } from '../view/index.ts'
import type { Language } from '../words/index.ts'
import { ApiProblem, NoAnswer } from './problems.ts'
import { either } from './signals.ts'

export interface ApiOptions {
  /** Where the server is; empty for the page's own origin. */
  readonly base?: string
  readonly fetch?: typeof fetch
  readonly token: () => string | null
  /** Edit keys of own notes without author. */
  readonly editKeys?: () => readonly string[]
  readonly language?: () => Language
  /** Gives up on an answer after this many ms; the command may still have arrived. */
  readonly patience?: number
}

export interface LabView {
  readonly lab: string
  readonly epoch: string
  readonly seq: number
  readonly at: string
  readonly items: Items
}

const asProblem = async (response: Response): Promise<ApiProblem> => {
  const body = (await response.json().catch(() => null)) as (Partial<Problem> & { readonly faults?: readonly SaidFileFault[] }) | null
  return new ApiProblem({
    status: response.status,
    code: body?.code ?? 'unexpected',
    detail: body?.detail ?? response.statusText,
    field: body?.field,
    ...(body?.code === 'kit_file_bad' && body.faults ? { fileFaults: body.faults } : {}),
  })
}

export type Api = ReturnType<typeof createApi>

/** The server's HTTP API as functions. Each throws `ApiProblem` where the server refused and `NoAnswer` where nothing came back. */
export function createApi({ base = '', fetch: fetchIt = fetch, token, editKeys, language, patience = 20_000 }: ApiOptions) {
  const headers = (more: Record<string, string> = {}): Record<string, string> => {
    const bearer = token()
    const keys = editKeys?.() ?? []
    return {
      accept: 'application/json',
      ...(language ? { 'accept-language': language() } : {}),
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(keys.length > 0 ? { [EDIT_KEYS_HEADER]: keys.join(',') } : {}),
      ...more,
    }
  }

  async function raw(path: string, init: RequestInit = {}): Promise<Response> {
    let response: Response
    try {
      response = await fetchIt(`${base}${path}`, { signal: AbortSignal.timeout(patience), cache: 'no-store', ...init })
    } catch (error) {
      throw new NoAnswer(error)
    }
    if (!response.ok) throw await asProblem(response)
    return response
  }
  const json = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const response = await raw(path, { ...init, headers: { ...headers(), ...(init.headers as Record<string, string> | undefined) } })
    try {
      return (await response.json()) as T
    } catch (error) {
      // the line broke in the middle of the answer
      throw new NoAnswer(error)
    }
  }
  const send = <T>(method: 'POST' | 'PUT', path: string, body: unknown, init: RequestInit = {}): Promise<T> =>
    json<T>(path, { ...init, method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const post = <T>(path: string, body: unknown, init: RequestInit = {}): Promise<T> => send<T>('POST', path, body, init)
  const kitPath = (name: string, rest = ''): string => `/api/kits/${encodeURIComponent(name)}${rest}`
  const labPath = (lab: string, rest = ''): string => `/api/labs/${encodeURIComponent(lab)}${rest}`
  const csvPost = <T>(path: string, file: Uint8Array | string): Promise<T> =>
    json<T>(path, { method: 'POST', body: file as BodyInit, headers: { 'content-type': 'text/csv' } })

  return {
    signInOrganiser: (link: string) => post<SignedIn>('/api/sign-in/organiser', { token: link }),
    signInInvite: (invite: string, name?: string) =>
      post<SignedIn>('/api/sign-in/invite', { invite, ...(name === undefined ? {} : { name }) }),
    signInZoom: (claim: { context: string; meetingNumber?: string; name?: string; invite?: string }) =>
      post<SignedIn>('/api/sign-in/zoom', claim),
    signInMiro: (claim: MiroSignIn) => post<MiroSignedIn>('/api/sign-in/miro', claim),
    renew: () => post<SignedIn>('/api/sign-in/renew', {}),
    time: () => json<{ now: string }>('/api/time'),
    kits: () => json<KitList>('/api/kits'),
    kit: (name: string) => json<KitAnswer>(kitPath(name)),
    copyKit: (copy: CopyKit) => post<KitSaved>('/api/kits', copy),
    kitFromLab: (lab: string, named: KitFromLab) => post<KitFromLabSaved>(labPath(lab, '/kits'), named),
    kitReview: (lab: string) => json<KitReview>(labPath(lab, '/kit-review')),
    /** The same kit as one zip file, for those who have no account to keep it in. */
    kitOfLab: async (lab: string, named: KitFromLab): Promise<Response> =>
      raw(labPath(lab, '/kit-file'), {
        method: 'POST',
        body: JSON.stringify(named),
        headers: headers({ accept: KIT_FILE_TYPE, 'content-type': 'application/json' }),
      }),
    saveKit: (name: string, save: SaveKit) => send<KitSaved>('PUT', kitPath(name), save),
    removeKit: (name: string) => json<{ name: string }>(kitPath(name), { method: 'DELETE' }),
    /** Takes a kit's folder as one zip file; under another name than the one in it, where one is given. */
    uploadKit: (file: Uint8Array, name?: string) =>
      json<KitSaved>(`/api/kits/upload${name === undefined ? '' : `?name=${encodeURIComponent(name)}`}`, {
        method: 'POST',
        body: file as BodyInit,
        headers: { 'content-type': KIT_FILE_TYPE },
      }),
    /** A kit's folder as one zip file. */
    kitFile: async (name: string): Promise<Response> => raw(kitPath(name, '/download'), { headers: headers({ accept: KIT_FILE_TYPE }) }),
    methods: () => json<Repertoire>('/api/methods'),
    labs: () => json<LabList>('/api/labs'),
    makeLab: (lab: { id: string; title: string; kit?: string; language?: Language; timeZone?: string }) =>
      post<{ id: string; seq: number }>('/api/labs', lab),
    view: (lab: string) => json<LabView>(labPath(lab)),
    /** `signal` gives up on the answer before patience ends; the command may have arrived. */
    send: (lab: string, command: CommandInput, signal?: AbortSignal) =>
      post<Answered>(labPath(lab, '/commands'), command, signal ? { signal: either(signal, AbortSignal.timeout(patience)).signal } : {}),
    sayDoing: async (lab: string, entry: string | null): Promise<void> => {
      await post<object>(labPath(lab, '/doing'), { entry })
    },
    checkPeople: (lab: string, file: Uint8Array | string) => csvPost<ImportPreview>(labPath(lab, '/register/check'), file),
    importPeople: (lab: string, file: Uint8Array | string, id: string, keep: 'all' | 'good') =>
      csvPost<{ seq: number; people: string[]; left: ImportPreview['bad'] }>(
        labPath(lab, `/register/import?id=${encodeURIComponent(id)}&keep=${keep}`),
        file,
      ),
    register: (lab: string) => json<RegisterAnswer>(labPath(lab, '/register')),
    invites: (lab: string) => json<InvitesAnswer>(labPath(lab, '/invites')),
    sendInvites: (lab: string, people: readonly string[]) =>
      post<{ sent: string[]; failed: { person: string; problem: { it: string; en: string } }[] }>(labPath(lab, '/invites/send'), {
        people,
      }),
    panelCode: (lab: string) => post<PanelCode>(labPath(lab, '/panel-code'), {}),
    miro: (lab: string) => json<MiroConnection>(labPath(lab, '/miro')),
    connectMiro: (lab: string) => post<MiroConsent>(labPath(lab, '/miro/connect'), {}),
    disconnectMiro: (lab: string) => post<MiroDisconnected>(labPath(lab, '/miro/disconnect'), {}),
    connectBoard: (lab: string, board: ConnectBoard) => post<ConnectedBoard>(labPath(lab, '/boards'), board),
    /** A picture (SVG) of what would stand on the board; `whole` has every word. */
    areaPreview: async (lab: string, area: string, detail: 'outline' | 'whole' = 'outline'): Promise<string> =>
      (
        await raw(labPath(lab, `/areas/${encodeURIComponent(area)}/preview.svg?detail=${detail}`), {
          headers: headers({ accept: 'image/svg+xml' }),
        })
      ).text(),
    /** Items of ours that stand on the board of an area, notes apart. */
    areaItems: (lab: string, area: string) => json<AreaItems>(labPath(lab, `/areas/${encodeURIComponent(area)}/items`)),
    /** Makes the board that the caller's panel stands on the lab's, on the caller's word. */
    claimBoard: (lab: string, board: string, claim: ClaimBoard) =>
      post<ConnectedBoard>(labPath(lab, `/boards/${encodeURIComponent(board)}/claim`), claim),
    /** A panel's question for the next call; the answer may take `ARM_POLL_MS`. */
    arm: (lab: string, board: string, said: ArmSaid, signal: AbortSignal) =>
      post<ArmReply>(labPath(lab, `/boards/${encodeURIComponent(board)}/arm`), said, { signal }),
    model: (lab: string) => json<ModelAnswer>(labPath(lab, '/model')),
    /** What the model makes of notes; `signal` gives up before patience ends. */
    vectors: (lab: string, notes: readonly string[], signal: AbortSignal) =>
      post<VectorsAnswer>(labPath(lab, '/model/vectors'), { notes }, { signal }),
    /** Any other document or file under the lab, as it comes: `/documents/lab.json`, `/invites.csv`, `/invites/per_…/qr.svg`. */
    file: async (lab: string, rest: string): Promise<Response> => raw(labPath(lab, rest), { headers: headers({ accept: '*/*' }) }),
    /** Opens the feed from `at`; the body streams until the line or `signal` ends it. */
    openFeed: async (lab: string, at: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> => {
      const response = await raw(labPath(lab, `/feed?at=${encodeURIComponent(at)}`), {
        headers: headers({ accept: 'text/event-stream' }),
        signal,
      })
      if (!response.body) throw new NoAnswer()
      return response.body
    },
  }
}
