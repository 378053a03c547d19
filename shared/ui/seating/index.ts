export { ChoiceList, type ChoiceListProps } from './choice-list.tsx'
export { type ComparedPlan, aboveBounds, ComparePlans } from './compare-plans.tsx'
export { groupNameIn, namesIn, personName, sceneOf, type SeatingLab, titleOf } from './names.ts'
