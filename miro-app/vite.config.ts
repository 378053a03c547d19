import { app } from '../tools/vite-app.ts'

const config = app()

export default {
  ...config,
  build: { ...config.build, rolldownOptions: { input: ['index.html', 'panel.html'].map((page) => `${import.meta.dirname}/${page}`) } },
}
