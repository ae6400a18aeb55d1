import { cut, type CutJob } from './cuts.ts'

/** One share of the cuts, so that both processors have work. */
console.log(JSON.stringify(await cut(JSON.parse(process.argv[2] ?? '') as CutJob)))
