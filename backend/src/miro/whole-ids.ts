/**
 * JSON whose ids of teams and users may stand as bare numbers of 19 digits, more than a JavaScript number holds: Miro's own pages show them so. Kept
 * whole here, as text.
 */
export const parseWithWholeIds = (json: string): unknown =>
  JSON.parse(json.replace(/"(team_id|user_id|team|user)"\s*:\s*(\d{1,40})(?=\s*[,}])/g, '"$1":"$2"'))
