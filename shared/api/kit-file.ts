/** Media type of a kit's folder as one file. Apart from the schemas: every page loads the client that names it. */
export const KIT_FILE_TYPE = 'application/zip'
