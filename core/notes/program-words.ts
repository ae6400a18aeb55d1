/**
 * Words about health and belief, Dutch and English: special personal data (GDPR art. 9), which belong in a report
 * only when the work needs them. Words as people write them, not a list of diagnoses.
 */

// prettier-ignore
export const healthWords: readonly string[] = [
  'ziekte', 'ziekenhuis', 'operatie', 'geopereerd', 'opereren', 'diagnose', 'medicijn', 'medicatie', 'antidepressiva',
  'pijn', 'hoofdpijn', 'rugpijn', 'buikpijn', 'pijnklachten', 'arts', 'huisarts', 'tandarts', 'dokter', 'chirurg',
  'therapie', 'therapeut', 'psycholoog', 'psychologisch', 'psychiater', 'psychisch', 'psychose', 'ggz', 'depressie',
  'depressief', 'burnout', 'overspannen', 'angststoornis', 'paniekaanval', 'trauma', 'ptss', 'adhd', 'autisme',
  'autistisch', 'verslaving', 'verslaafd', 'alcohol', 'drugs', 'suikerziekte', 'diabetes', 'epilepsie', 'astma',
  'hernia', 'reuma', 'migraine', 'allergie', 'infectie', 'kanker', 'tumor', 'chemo', 'bestraling', 'hartaanval',
  'hartinfarct', 'herseninfarct', 'bloeddruk', 'zwanger', 'miskraam', 'abortus', 'gehandicapt', 'handicap', 'hiv',
  'dementie', 'koorts', 'griep', 'zelfmoord', 'suïcide', 'revalidatie', 'prothese',
  'illness', 'disease', 'hospital', 'surgery', 'surgical', 'diagnosis', 'diagnosed', 'medication', 'medicine',
  'therapy', 'therapist', 'psychologist', 'psychiatrist', 'psychosis', 'depression', 'depressed', 'anxiety disorder',
  'ptsd', 'autism', 'autistic', 'addiction', 'addicted', 'epilepsy', 'asthma', 'cancer', 'pregnant', 'pregnancy',
  'miscarriage', 'abortion', 'disabled', 'disability', 'suicide', 'suicidal', 'headache',
]

// prettier-ignore
export const beliefWords: readonly string[] = [
  'religie', 'religieus', 'gelovig', 'geloofsovertuiging', 'moslim', 'islam', 'koran', 'moskee', 'imam', 'bidden',
  'gebed', 'ramadan', 'vasten', 'hoofddoek', 'allah', 'god', 'jezus', 'christen', 'christelijk', 'katholiek',
  'protestant', 'orthodox', 'koptisch', 'kerk', 'kerkdienst', 'bijbel', 'gedoopt', 'joods', 'synagoge', 'hindoe',
  'boeddhis', 'jezidi', 'alevi', 'soenniet', 'sjiiet',
  'religion', 'religious', 'muslim', 'quran', 'mosque', 'headscarf', 'church', 'christianity', 'bible', 'baptised',
  'jewish', 'synagogue', 'hindu', 'buddhist', 'yazidi', 'sunni', 'shiite', 'praying', 'prayer',
]

/** Words that hold one of those by chance, and names of places. */
export const exceptions: readonly string[] = [
  'coöperatie',
  'islamabad',
  'christensen',
  'drugstore',
  'onorthodox',
  'unorthodox',
  'ziektewet',
  'traumahelikopter',
]
