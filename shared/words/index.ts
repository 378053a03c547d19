export * from './bilingual.ts'
export * from './rejections.ts'
