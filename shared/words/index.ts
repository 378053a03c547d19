export * from './bilingual.ts'
export * from './issues.ts'
export { kitFaultWords, sayKitFault } from './kit-faults.ts'
export * from './rejections.ts'
