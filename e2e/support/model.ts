import { once } from 'node:events'
import { createServer, type Server } from 'node:http'

/** A server that speaks OpenAI's `/embeddings`: texts with the same letters are alike; or it breaks, as long as it is told to. */
export class Model {
  broken = false
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
  }

  static async start(): Promise<Model> {
    const server = createServer((request, response) => {
      void (async () => {
        let body = ''
        for await (const piece of request) body += String(piece)
        if (model.broken) return void response.writeHead(500).end()
        const { input } = JSON.parse(body) as { input: string[] }
        const data = input.map((text, index) => ({ index, embedding: [...'aeiourst'].map((letter) => text.split(letter).length) }))
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }))
      })()
    }).listen(0, '127.0.0.1')
    const model = new Model(server)
    await once(server, 'listening')
    return model
  }

  /** What the product is started with, to be helped by it. */
  get env(): Readonly<Record<string, string>> {
    const address = this.#server.address()
    return {
      EMBEDDINGS_URL: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`,
      EMBEDDINGS_MODEL: 'di prova',
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }
}
