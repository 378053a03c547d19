import express, { type Express } from 'express'
import { firstAccount, signInLink } from '../service/account.ts'
import type { Services } from '../http/services.ts'

/** What the command line asks a running server, over the socket in its data directory: whoever can open that file may. */
export function adminApp({ server, keys, publicUrl, now }: Services): Express {
  const app = express()
  app.disable('x-powered-by')
  app.post('/sign-in-link', async (_request, response) => {
    const account = await firstAccount(server, now())
    response.json({ link: signInLink(keys, publicUrl(), account.id, now()) })
  })
  return app
}
