import { openPanelOnClick } from './board/panel-opener.ts'
import { findSdk } from './board/sdk.ts'

// This page runs, unseen, in the browser of everybody who opens the board: it does nothing but open the panel.
const sdk = findSdk()
if (sdk) void openPanelOnClick(sdk)
