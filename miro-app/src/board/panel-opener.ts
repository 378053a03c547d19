import type { Sdk } from './sdk.ts'

/** Opens the panel when somebody presses the app's icon; not where Miro says that another panel is in the way. */
export async function openPanelOnClick(sdk: Sdk): Promise<void> {
  const open = async (): Promise<void> => {
    if (await sdk().ui.canOpenPanel()) await sdk().ui.openPanel({ url: 'panel.html' })
  }
  await sdk().ui.on('icon:click', () => void open())
}
