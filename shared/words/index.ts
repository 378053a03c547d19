export * from './bilingual.ts'
export * from './issues.ts'
export * from './rejections.ts'
