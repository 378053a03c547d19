export { ChoiceList, type ChoiceListProps } from './choice-list.tsx'
export { groupNameIn, namesIn, personName, sceneOf, type SeatingLab, titleOf } from './names.ts'
