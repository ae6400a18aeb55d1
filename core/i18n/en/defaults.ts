/** What a new office starts with. Kept as data from then on: the office changes it itself. */
export default {
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
