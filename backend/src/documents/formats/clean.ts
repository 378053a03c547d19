/** Text without what XML has no place for: control characters other than tabs and ends of lines. */
export const withoutControls = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
