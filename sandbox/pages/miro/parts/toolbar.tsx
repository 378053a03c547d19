import { useDesk } from '../desk.ts'
import { Icon } from '../icons.tsx'
import { useStored } from '../store.ts'
import { keyOfTool, tools } from '../tools.ts'

/** At the left: what one puts on the board, the app, and back and forth. */
export function Toolbar({ openApp, appOpen }: { openApp: () => void; appOpen: boolean }) {
  const desk = useDesk()
  const { words } = desk
  const tool = useStored(desk.tool, (now) => now)
  const history = useStored(desk.view, (view) => view.history)
  return (
    <nav className="toolbar" aria-label={words.tools}>
      <div className="tools" role="group">
        {tools.map((one) => {
          const label = `${words.tool[one]} (${keyOfTool(one)})`
          return (
            <button
              key={one}
              type="button"
              aria-pressed={tool === one}
              disabled={!desk.mayEdit && one !== 'select'}
              onClick={() => desk.tool.set(one)}
              aria-label={words.tool[one]}
              title={label}
            >
              <Icon name={one} />
            </button>
          )
        })}
      </div>
      <div className="tools" role="group">
        <button
          type="button"
          className="app-icon"
          aria-pressed={appOpen}
          onClick={openApp}
          aria-label={words.openApp}
          title={words.openApp}
        >
          <Icon name="app" />
        </button>
      </div>
      <div className="tools bottom" role="group">
        <button
          type="button"
          disabled={!history.undo}
          onClick={() => void desk.hand({ do: 'undo' })}
          aria-label={words.undo}
          title={`${words.undo} (Ctrl Z)`}
        >
          <Icon name="undo" />
        </button>
        <button
          type="button"
          disabled={!history.redo}
          onClick={() => void desk.hand({ do: 'redo' })}
          aria-label={words.redo}
          title={`${words.redo} (Ctrl ⇧ Z)`}
        >
          <Icon name="redo" />
        </button>
      </div>
    </nav>
  )
}
