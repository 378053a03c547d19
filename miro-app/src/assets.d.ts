declare module '*.css'
declare module 'virtual:look.css'
