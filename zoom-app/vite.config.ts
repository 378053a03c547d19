import { fileURLToPath } from 'node:url'
import { app } from '../tools/vite-app.ts'
import { scriptAhead, squeezed } from '../tools/vite-panel.ts'

const config = app()

/** What is fetched later (views/parts.ts, rooms/host.ts) or in Zoom alone. All the rest is one file: cut in twelve it compresses a tenth worse. */
const LATER =
  /zoom-app\/src\/(views\/(ballots|path|voices)\/|views\/(me|my-data|refused|note-editor|start-from|help-dialog)\.tsx|views\/rooms\/((host|bind|room|arrivals)-card|way-round|names)\.tsx?|words\/(rooms|arrivals|voices|path|own-data|help|ballots|refused|hosting)\.ts|rooms\/(host|room-work|decide|seating|world)\.ts|lab\/own-data\.ts|meeting\/zoom\/)|shared\/(dist\/)?(ui\/conducting\/|conduct\/(who-is-it|words)|lab\/same-name)|@zoom\/appssdk/

export default {
  ...config,
  plugins: [...(config.plugins ?? []), scriptAhead(fileURLToPath(new URL('./src/ahead/main.ts', import.meta.url)), config), squeezed()],
  build: {
    ...config.build,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'panel', test: (id: string) => !LATER.test(id) && !id.endsWith('.css') }] } },
    },
  },
}
