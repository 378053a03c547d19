export { ChoiceList, type ChoiceListProps } from './choice-list.tsx'
