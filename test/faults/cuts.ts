import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FragileDisk, readDisk, writeDisk, type Model } from './disk.ts'
import { profileFiles } from '#service/sidecar.ts'
import { placeIn, type Place } from './office.ts'
import { chance, type Chance } from './random.ts'
import { expectedAfter } from './expect.ts'
import type { Mark, Recording } from './recording.ts'
import { noTally, type Tally } from './table.ts'
import { readChanges, readLines, type Change, type Disk, type FileId } from './trace.ts'
import { verify } from './verify.ts'

export interface CutJob {
  readonly recording: Recording
  readonly model: Model
  readonly cuts: number
  readonly seed: number
  /** A folder of this job alone. */
  readonly folder: string
}

const openMarkOf = (place: Place) => profileFiles(place.profileDir).openMark

/** Cuts the power of a recorded run at random moments, and looks each time at what is left. */
export async function cut(job: CutJob): Promise<Tally> {
  const { recording, model, cuts, seed, folder } = job
  const random = chance(seed)
  const before = movedTo(readDisk(recording.before), recording.before, recording.root)
  const changes = readChanges(readLines(recording.trace), before)
  const marks = changes.flatMap((change, at) =>
    change.kind === 'mark' ? [{ at, mark: JSON.parse(change.text) as Mark }] : [],
  )
  const all = marks.map(({ mark }) => mark)
  const marksOfLive = openMarks(changes, before, placeIn(recording.root))
  const disk = new FragileDisk(before, model)
  const tally = noTally()
  let taken = 0
  for (const at of moments(changes, cuts, random)) {
    for (; taken < at; taken += 1) disk.take(changes[taken] as Change)
    const place = placeIn(join(folder, 'after'))
    const found = disk.cut(random)
    writeDisk(found, recording.root, place.root)
    renewOpenMark(place, marksOfLive, found.names.get(placeIn(recording.root).live))
    const verdict = await verify(
      place,
      expectedAfter(
        marks.filter((one) => one.at < at).map(({ mark }) => mark),
        all,
        recording,
      ),
      tally.count % 4 === 0,
    )
    tally.count += 1
    tally[verdict.is] += 1
    if (verdict.is !== 'ok' && tally.examples.length < 5)
      tally.examples.push(
        `${recording.flow}, ${model}, seed ${seed}, after ${at} of ${changes.length}: ${verdict.why}`,
      )
  }
  rmSync(folder, { recursive: true, force: true })
  return tally
}

function movedTo(disk: Disk, from: string, to: string): Disk {
  const move = (path: string) => to + path.slice(from.length)
  return {
    files: disk.files,
    names: new Map([...disk.names].map(([path, file]) => [move(path), file])),
    folders: new Set([...disk.folders].map(move)),
  }
}

/** What stood in the mark of an opened database, and which file that database was. */
function openMarks(changes: readonly Change[], before: Disk, place: Place): Map<string, FileId> {
  const names = new Map(before.names)
  const marks = new Map<string, FileId>()
  const mark = openMarkOf(place)
  for (const change of changes) {
    if (change.kind === 'names')
      for (const [path, file] of change.set)
        if (file === 0) names.delete(path)
        else names.set(path, file)
    const live = names.get(place.live)
    const isMark = (file: FileId) => [mark, `${mark}.new`].some((path) => names.get(path) === file)
    if (change.kind === 'write' && live !== undefined && isMark(change.file))
      marks.set(change.data.toString(), live)
  }
  return marks
}

/**
 * The program notes by their numbers on the disk which file it has open, and in which folder. A power cut leaves those
 * numbers as they are, putting the files down here does not: a mark that survived gets the new ones.
 */
function renewOpenMark(place: Place, marks: ReadonlyMap<string, FileId>, live: FileId | undefined): void {
  const path = openMarkOf(place)
  if (live === undefined || !existsSync(path)) return
  const noted = marks.get(readFileSync(path, 'utf8'))
  if (noted === undefined) return
  const number = (file: string) => {
    const { dev, ino, birthtimeNs } = statSync(file, { bigint: true })
    return `${dev}:${ino}:${birthtimeNs}`
  }
  writeFileSync(
    path,
    JSON.stringify({
      folder: number(place.profileDir),
      live: noted === live ? number(place.live) : 'another',
    }),
  )
}

/** Half of the cuts anywhere, half right before or behind something that orders: a flush, a name, an answer. */
function moments(changes: readonly Change[], cuts: number, random: Chance): number[] {
  const turning = changes.flatMap(({ kind }, at) => (kind === 'write' ? [] : [at, at + 1]))
  return Array.from({ length: cuts }, (_, i) =>
    i % 2 === 0 ? random.below(changes.length + 1) : random.pick(turning),
  ).sort((a, b) => a - b)
}
