import { app } from '../tools/vite-app.ts'

export default app()
