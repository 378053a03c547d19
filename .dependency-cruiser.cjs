/** The layers of the house (docs/architecture.md). Each rule says where the code belongs instead. */
const workspace = '^(shared|backend|miro-app|zoom-app|organiser-app|sandbox|e2e)/'
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two modules that need each other are one module, or hide a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      comment: 'shared imports nothing of ours: move what it needs into shared.',
      from: { path: '^shared/' },
      to: { path: '^(backend|miro-app|zoom-app|organiser-app|sandbox|e2e)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The domain knows zod and itself: no I/O, no browser, no library.',
      from: { path: '^shared/(kit|lab|view|ports|words|look|api|groups|grouping|conduct|documents)/', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot:
          '^shared/(kit|lab|view|ports|words|look|api|groups|grouping|conduct|documents)/|^shared/board/geometry\\.ts$|^(\\.\\./)*node_modules/zod/|^zod',
      },
    },
    {
      name: 'nobody-imports-an-app',
      severity: 'error',
      comment:
        'What two apps need belongs in shared/ui or shared/client. Two tests play both ends of a line: the desk and the panel that is its arm, the server and what people write in theirs.',
      from: { path: workspace, pathNot: '^backend/(src/board/panel/testing|lines)/' },
      to: { path: '^(miro-app|zoom-app|organiser-app)/', pathNot: '^$1' },
    },
    {
      name: 'nobody-imports-the-backend',
      severity: 'error',
      comment: 'Apps speak to the backend over HTTP, through shared/client.',
      from: { pathNot: '^(backend|bin|e2e|tools)/' },
      to: { path: '^backend/' },
    },
    {
      name: 'nobody-imports-the-sandbox',
      severity: 'error',
      comment: 'The sandbox is another process: product code learns of it by environment only.',
      from: { pathNot: '^(sandbox|e2e|backend/lines)/|\\.test\\.tsx?$|/testing/' },
      to: { path: '^sandbox/' },
    },
    {
      name: 'lowdb-in-its-room',
      severity: 'error',
      comment: 'Storage libraries are imported by the store adapters only.',
      from: { pathNot: '^backend/(src/store|bench)/' },
      to: { path: 'node_modules/(lowdb|pg)/' },
    },
    {
      name: 'zoom-sdk-in-its-room',
      severity: 'error',
      comment: 'The Zoom SDK is imported by the Meeting adapter only.',
      from: { pathNot: '^zoom-app/src/meeting/' },
      to: { path: 'node_modules/@zoom/' },
    },
    {
      name: 'miro-api-in-its-room',
      severity: 'error',
      comment: 'Miro’s REST client is imported by the Board adapter only.',
      from: { pathNot: '^backend/src/miro/|^sandbox/' },
      to: { path: 'node_modules/@mirohq/miro-api/' },
    },
    {
      name: 'miro-sdk-in-its-room',
      severity: 'error',
      comment: 'The Web SDK’s types are imported by the panel’s board room only.',
      from: { pathNot: '^miro-app/src/board/|^sandbox/' },
      to: { path: 'node_modules/@mirohq/websdk-types/' },
    },
    {
      name: 'testing-from-tests',
      severity: 'error',
      comment: 'Builders and contract suites are for tests.',
      from: { pathNot: '\\.test\\.tsx?$|^shared/(testing|contracts)/|/testing/|^backend/(crash|bench|documents|lines)/|^e2e/' },
      to: { path: '^shared/(testing|contracts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@telaio/source', 'import', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
