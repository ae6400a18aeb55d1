/** What a new office starts with. Kept as data from then on: the office changes it itself. */
export default {
  /** In the new name of a file that stood in the place of the visible one: "Trajectboek (gevonden 2026-11-18).db". */
  foundFile: 'gevonden',
  skills: {
    on_time: 'Op tijd komen',
    notice: 'Afmelden volgens afspraak',
    agreements: 'Afspraken nakomen',
    together: 'Samenwerken',
    instruction: 'Uitleg begrijpen en uitvoeren',
    independent: 'Zelfstandig werken',
    precise: 'Netjes en precies werken',
    pace: 'Tempo',
    perseverance: 'Doorzetten',
    feedback: 'Omgaan met kritiek',
    initiative: 'Zelf beginnen',
    safe: 'Veilig en hygiënisch werken',
  },
}
