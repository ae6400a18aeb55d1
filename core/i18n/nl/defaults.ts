/** What a new office starts with. Kept as data from then on: the office changes it itself. */
export default {
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
