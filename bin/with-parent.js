// Loaded before a child of `telaio start`: it ends when its launcher does, however that one died.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// the line to the launcher is no reason to stay alive
process.channel?.unref()
