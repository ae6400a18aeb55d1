/** All user text. Keys of the two languages are held equal by the type below and by a test. */
import { createInstance, type i18n } from 'i18next'
import { setCaseManagerWord } from './case-manager.ts'
import nl_common from './nl/common.ts'
import nl_errors from './nl/errors.ts'
import nl_problems from './nl/problems.ts'
import nl_defaults from './nl/defaults.ts'
import nl_enums from './nl/enums.ts'
import nl_app from './nl/app.ts'
import nl_setup from './nl/setup.ts'
import nl_today from './nl/today.ts'
import nl_people from './nl/people.ts'
import nl_intake from './nl/intake.ts'
import nl_programme from './nl/programme.ts'
import nl_places from './nl/places.ts'
import nl_network from './nl/network.ts'
import nl_matching from './nl/matching.ts'
import nl_letters from './nl/letters.ts'
import nl_letter from './nl/letter.ts'
import nl_sending from './nl/sending.ts'
import nl_sources from './nl/sources.ts'
import nl_results from './nl/results.ts'
import nl_settings from './nl/settings.ts'
import nl_keeping from './nl/keeping.ts'
import nl_days from './nl/days.ts'
import nl_words from './nl/words.ts'
import nl_agenda from './nl/agenda.ts'
import nl_conversation from './nl/conversation.ts'
import nl_questions from './nl/questions.ts'
import nl_dossier from './nl/dossier.ts'
import nl_finding from './nl/finding.ts'
import nl_files from './nl/files.ts'
import nl_projects from './nl/projects.ts'
import nl_conclusion from './nl/conclusion.ts'
import nl_trajectory from './nl/trajectory.ts'
import nl_notes from './nl/notes.ts'
import nl_aftercare from './nl/aftercare.ts'
import nl_papers from './nl/papers.ts'
import nl_placing from './nl/placing.ts'
import nl_letterLook from './nl/letter-look.ts'
import en_common from './en/common.ts'
import en_errors from './en/errors.ts'
import en_problems from './en/problems.ts'
import en_defaults from './en/defaults.ts'
import en_enums from './en/enums.ts'
import en_app from './en/app.ts'
import en_setup from './en/setup.ts'
import en_today from './en/today.ts'
import en_people from './en/people.ts'
import en_intake from './en/intake.ts'
import en_programme from './en/programme.ts'
import en_places from './en/places.ts'
import en_network from './en/network.ts'
import en_matching from './en/matching.ts'
import en_letters from './en/letters.ts'
import en_letter from './en/letter.ts'
import en_sending from './en/sending.ts'
import en_sources from './en/sources.ts'
import en_results from './en/results.ts'
import en_settings from './en/settings.ts'
import en_keeping from './en/keeping.ts'
import en_days from './en/days.ts'
import en_words from './en/words.ts'
import en_agenda from './en/agenda.ts'
import en_conversation from './en/conversation.ts'
import en_questions from './en/questions.ts'
import en_dossier from './en/dossier.ts'
import en_finding from './en/finding.ts'
import en_files from './en/files.ts'
import en_projects from './en/projects.ts'
import en_conclusion from './en/conclusion.ts'
import en_trajectory from './en/trajectory.ts'
import en_notes from './en/notes.ts'
import en_aftercare from './en/aftercare.ts'
import en_papers from './en/papers.ts'
import en_placing from './en/placing.ts'
import en_letterLook from './en/letter-look.ts'

export const nl = {
  common: nl_common,
  errors: nl_errors,
  problems: nl_problems,
  defaults: nl_defaults,
  enums: nl_enums,
  app: nl_app,
  setup: nl_setup,
  today: nl_today,
  people: nl_people,
  intake: nl_intake,
  programme: nl_programme,
  places: nl_places,
  network: nl_network,
  matching: nl_matching,
  letters: nl_letters,
  letter: nl_letter,
  sending: nl_sending,
  sources: nl_sources,
  results: nl_results,
  settings: nl_settings,
  keeping: nl_keeping,
  days: nl_days,
  words: nl_words,
  agenda: nl_agenda,
  conversation: nl_conversation,
  questions: nl_questions,
  dossier: nl_dossier,
  finding: nl_finding,
  files: nl_files,
  projects: nl_projects,
  conclusion: nl_conclusion,
  trajectory: nl_trajectory,
  notes: nl_notes,
  aftercare: nl_aftercare,
  papers: nl_papers,
  placing: nl_placing,
  letterLook: nl_letterLook,
}

export const en = {
  common: en_common,
  errors: en_errors,
  problems: en_problems,
  defaults: en_defaults,
  enums: en_enums,
  app: en_app,
  setup: en_setup,
  today: en_today,
  people: en_people,
  intake: en_intake,
  programme: en_programme,
  places: en_places,
  network: en_network,
  matching: en_matching,
  letters: en_letters,
  letter: en_letter,
  sending: en_sending,
  sources: en_sources,
  results: en_results,
  settings: en_settings,
  keeping: en_keeping,
  days: en_days,
  words: en_words,
  agenda: en_agenda,
  conversation: en_conversation,
  questions: en_questions,
  dossier: en_dossier,
  finding: en_finding,
  files: en_files,
  projects: en_projects,
  conclusion: en_conclusion,
  trajectory: en_trajectory,
  notes: en_notes,
  aftercare: en_aftercare,
  papers: en_papers,
  placing: en_placing,
  letterLook: en_letterLook,
}

export type Language = 'nl' | 'en'
export type Texts = typeof nl

/** The shape of `T` with every text a plain string: what the English file must have. */
type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }
const english: SameKeys<Texts> = en

/**
 * A ready i18next instance; Dutch where a language is not known. Synchronous: nothing is fetched.
 * @param caseManagerWord the office's own word for a case manager, where its texts can be shown.
 */
export function createI18n(language: Language, caseManagerWord?: string): i18n {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: 'nl',
    // Copies: an office's own word is put in its own instance.
    resources: { nl: { ...nl }, en: { ...english } },
    ns: Object.keys(nl),
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes; letters and menus are no HTML
    returnNull: false,
    react: { bindI18nStore: 'added' },
  })
  if (caseManagerWord !== undefined) setCaseManagerWord(instance, caseManagerWord)
  return instance
}
