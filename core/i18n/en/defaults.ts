/** What a new office starts with. Kept as data from then on: the office changes it itself. */
export default {
  /** In the new name of a file that stood in the place of the visible one: "Trajectboek (found 2026-11-18).db". */
  foundFile: 'found',
  skills: {
    on_time: 'Coming on time',
    notice: 'Giving notice as agreed',
    agreements: 'Keeping agreements',
    together: 'Working together',
    instruction: 'Understanding and following instructions',
    independent: 'Working independently',
    precise: 'Working neatly and precisely',
    pace: 'Pace',
    perseverance: 'Perseverance',
    feedback: 'Dealing with criticism',
    initiative: 'Taking initiative',
    safe: 'Working safely and hygienically',
  },
}
