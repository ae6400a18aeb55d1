/** Ready-made tests' data: one office, and everything in it with sensible defaults. */
export * from './agenda.ts'
export * from './office.ts'
export * from './letters.ts'
export * from './people.ts'
export * from './places.ts'
export * from './programme.ts'
