import { expect, type Page } from '@playwright/test'
import { type Api, newCommandId } from '@telaio/shared/client'
import { look } from './look.ts'
import type { Model } from './model.ts'

interface ModelScene {
  /** The themes of the lab. */
  readonly page: Page
  readonly api: Api
  readonly lab: string
  readonly model: Model
}

/** The model is off until it is asked for; when it fails it is off again and suggestions stay; what only it suggests bears its name. */
export async function helpedByModel({ page, api, lab, model }: ModelScene): Promise<void> {
  const { items } = await api.view(lab)
  const taken = new Set(Object.values(items.themes).flatMap(({ notes }) => notes))
  const loose = Object.values(items.notes)
    .filter(({ id, meeting, zone }) => !taken.has(id) && items.zones[`m${meeting}/${zone}`]?.leadsTo.some(({ to }) => to === 'block'))
    .map(({ id }) => id)
  for (const [from, title] of [
    [0, 'Prova uno'],
    [3, 'Prova due'],
  ] as const)
    await api.send(lab, { id: newCommandId(), type: 'addTheme', title, block: null, contributions: loose.slice(from, from + 3) })
  const use = page.getByLabel('Suggerisci anche con il modello «di prova»')
  const suggested = page.locator('.suggested').first()
  await expect(suggested).toBeVisible()
  await expect(use).not.toBeChecked()
  await expect(page.getByText('solo con il modello')).toHaveCount(0)
  model.broken = true
  await use.click()
  await expect(page.getByText('Dal modello nessun aiuto: dà l’errore HTTP 500')).toBeVisible()
  await expect(use).not.toBeChecked()
  await expect(suggested).toBeVisible()
  model.broken = false
  await use.click()
  await expect(page.getByText('Il modello aiuta a suggerire.')).toBeVisible()
  const named = page.getByText('solo con il modello di prova').first()
  const more = suggested.getByRole('button', { name: /^Mostra/ })
  // the suggestions may be worked out anew under one's hand
  await expect(async () => {
    if (!(await named.isVisible())) await more.click({ timeout: 1000 })
    await expect(named).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await look(page, 'themes-model')
  const made = Object.values((await api.view(lab)).items.themes).filter(({ title }) => title.startsWith('Prova '))
  for (const { id, rev } of made) await api.send(lab, { id: newCommandId(), type: 'removeTheme', theme: id, rev })
  await expect(page.locator('.theme')).toHaveCount(1)
}
