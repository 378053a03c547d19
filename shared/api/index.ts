export * from './feed.ts'
export * from './labs.ts'
export * from './register.ts'
export * from './sign-in.ts'
