export * from './bilingual.ts'
export * from './groups.ts'
export * from './issues.ts'
export * from './rejections.ts'
