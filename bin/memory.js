/**
 * For every process of ours that serves or prints. glibc gives each thread a heap of its own, and those of a document's threads never shrink: with four in all the
 * documents of a full lab take some tens of megabytes less and no longer. Other systems pass it over; whoever sets it themselves is heard.
 */
export const frugal = (env) => ({ MALLOC_ARENA_MAX: '4', ...env })
