/** All screens and their addresses. Addresses stand behind a # so that they work from a file and over HTTP alike. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { NotFound } from './shell/not-found.tsx'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

/** What is behind the # after `?`: text only, so that a typed address can do no harm. */
const words =
  <K extends string>(...keys: K[]) =>
  (search: Record<string, unknown>): Partial<Record<K, string>> => {
    const found: Partial<Record<K, string>> = {}
    for (const key of keys) {
      const value = search[key]
      if (typeof value === 'string' && value !== '') found[key] = value
      else if (typeof value === 'number') found[key] = String(value)
    }
    return found
  }

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/vandaag', replace: true })
  },
})
const today = createRoute({
  getParentRoute: () => root,
  path: '/vandaag',
  component: lazyRouteComponent(() => import('./features/today/today-screen.tsx'), 'TodayScreen'),
})
const participants = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers',
  validateSearch: words('q', 'stage', 'project'),
  component: lazyRouteComponent(
    () => import('./features/participants/participants-screen.tsx'),
    'ParticipantsScreen',
  ),
})
const newParticipant = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/nieuw',
  component: lazyRouteComponent(
    () => import('./features/participants/new-participant-screen.tsx'),
    'NewParticipantScreen',
  ),
})
const lists = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/lijsten',
  validateSearch: words('lijst', 'dagen', 'wat'),
  component: lazyRouteComponent(() => import('./features/lists/lists-screen.tsx'), 'ListsScreen'),
})
const person = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/$id',
  component: lazyRouteComponent(() => import('./features/participants/person-screen.tsx'), 'PersonScreen'),
})
const merge = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/$id/samenvoegen',
  validateSearch: words('met'),
  component: lazyRouteComponent(() => import('./features/merge/merge-screen.tsx'), 'MergeScreen'),
})
const details = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/$id/gegevens',
  validateSearch: words('veld'),
  component: lazyRouteComponent(() => import('./features/participants/details-screen.tsx'), 'DetailsScreen'),
})
const referral = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/$id/aanmelding',
  component: lazyRouteComponent(
    () => import('./features/participants/referral-screen.tsx'),
    'ReferralScreen',
  ),
})
const trajectory = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/$id/traject',
  component: lazyRouteComponent(
    () => import('./features/trajectory/trajectory-screen.tsx'),
    'TrajectoryScreen',
  ),
})
const newTrajectory = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/$id/traject/nieuw',
  component: lazyRouteComponent(
    () => import('./features/trajectory/new-trajectory-screen.tsx'),
    'NewTrajectoryScreen',
  ),
})
const civic = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/$id/inburgering',
  component: lazyRouteComponent(() => import('./features/civic/civic-screen.tsx'), 'CivicScreen'),
})
const schedule = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/$id/dagen',
  component: lazyRouteComponent(() => import('./features/trajectory/schedule-screen.tsx'), 'ScheduleScreen'),
})
const assessment = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/$id/meting',
  component: lazyRouteComponent(
    () => import('./features/assessments/assessment-screen.tsx'),
    'AssessmentScreen',
  ),
})
const intake = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/$id/intake',
  validateSearch: words('deel', 'vraag', 'versie'),
  component: lazyRouteComponent(() => import('./features/intake/intake-screen.tsx'), 'IntakeScreen'),
})
const talentCard = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/$id/talentkaart',
  component: lazyRouteComponent(
    () => import('./features/talent-card/talent-card-screen.tsx'),
    'TalentCardScreen',
  ),
})
const personHistory = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/$id/geschiedenis',
  component: lazyRouteComponent(
    () => import('./features/history/person-history-screen.tsx'),
    'PersonHistoryScreen',
  ),
})
const changesOfToday = createRoute({
  getParentRoute: () => root,
  path: '/wijzigingen',
  component: lazyRouteComponent(() => import('./features/history/day-screen.tsx'), 'DayScreen'),
})
const week = createRoute({
  getParentRoute: () => root,
  path: '/week',
  validateSearch: words('maandag'),
  component: lazyRouteComponent(() => import('./features/week/week-screen.tsx'), 'WeekScreen'),
})
const wordsOfDays = createRoute({
  getParentRoute: () => root,
  path: '/woorden',
  validateSearch: words('deel', 'dag'),
  component: lazyRouteComponent(() => import('./features/words/words-screen.tsx'), 'WordsScreen'),
})
const agenda = createRoute({
  getParentRoute: () => root,
  path: '/agenda',
  validateSearch: words('maandag'),
  component: lazyRouteComponent(() => import('./features/agenda/agenda-screen.tsx'), 'AgendaScreen'),
})
const together = createRoute({
  getParentRoute: () => root,
  path: '/samen',
  component: lazyRouteComponent(() => import('./features/together/together-screen.tsx'), 'TogetherScreen'),
})
const places = createRoute({
  getParentRoute: () => root,
  path: '/plekken',
  validateSearch: words('plek'),
  component: lazyRouteComponent(() => import('./features/places/places-screen.tsx'), 'PlacesScreen'),
})
const newPlacement = createRoute({
  getParentRoute: () => root,
  path: '/plekken/nieuw',
  validateSearch: words('participant', 'opening'),
  component: lazyRouteComponent(
    () => import('./features/places/new-placement-screen.tsx'),
    'NewPlacementScreen',
  ),
})
const aftercare = createRoute({
  getParentRoute: () => root,
  path: '/nazorg',
  validateSearch: words('lijst', 'q', 'maand', 'mijn'),
  component: lazyRouteComponent(() => import('./features/aftercare/aftercare-screen.tsx'), 'AftercareScreen'),
})
const aftercareMoment = createRoute({
  getParentRoute: () => root,
  path: '/nazorg/$id',
  component: lazyRouteComponent(() => import('./features/aftercare/moment-screen.tsx'), 'MomentScreen'),
})
const hosts = createRoute({
  getParentRoute: () => root,
  path: '/organisaties',
  validateSearch: words('q', 'weg'),
  component: lazyRouteComponent(() => import('./features/hosts/hosts-screen.tsx'), 'HostsScreen'),
})
const host = createRoute({
  getParentRoute: () => root,
  path: '/organisaties/$id',
  component: lazyRouteComponent(() => import('./features/hosts/host-screen.tsx'), 'HostScreen'),
})
const ambassadors = createRoute({
  getParentRoute: () => root,
  path: '/sleutelpersonen',
  validateSearch: words('q', 'taal', 'dag', 'dagdeel', 'weg'),
  component: lazyRouteComponent(
    () => import('./features/network/ambassadors-screen.tsx'),
    'AmbassadorsScreen',
  ),
})
const ambassador = createRoute({
  getParentRoute: () => root,
  path: '/sleutelpersonen/$id',
  component: lazyRouteComponent(() => import('./features/network/ambassador-screen.tsx'), 'AmbassadorScreen'),
})
const municipalities = createRoute({
  getParentRoute: () => root,
  path: '/gemeenten',
  component: lazyRouteComponent(
    () => import('./features/network/municipalities-screen.tsx'),
    'MunicipalitiesScreen',
  ),
})
const municipality = createRoute({
  getParentRoute: () => root,
  path: '/gemeenten/$id',
  component: lazyRouteComponent(
    () => import('./features/network/municipality-screen.tsx'),
    'MunicipalityScreen',
  ),
})
const caseManager = createRoute({
  getParentRoute: () => root,
  path: '/klantmanagers/$id',
  component: lazyRouteComponent(
    () => import('./features/network/case-manager-screen.tsx'),
    'CaseManagerScreen',
  ),
})
const evenings = createRoute({
  getParentRoute: () => root,
  path: '/thema-avonden',
  component: lazyRouteComponent(() => import('./features/network/evenings-screen.tsx'), 'EveningsScreen'),
})
const openings = createRoute({
  getParentRoute: () => root,
  path: '/aanbod',
  validateSearch: words('soort', 'werk', 'deel', 'alles'),
  component: lazyRouteComponent(() => import('./features/openings/openings-screen.tsx'), 'OpeningsScreen'),
})
const opening = createRoute({
  getParentRoute: () => root,
  path: '/aanbod/$id',
  validateSearch: words('veld'),
  component: lazyRouteComponent(() => import('./features/openings/opening-screen.tsx'), 'OpeningScreen'),
})
const openingMatch = createRoute({
  getParentRoute: () => root,
  path: '/aanbod/$id/wie',
  component: lazyRouteComponent(
    () => import('./features/matching/opening-match-screen.tsx'),
    'OpeningMatchScreen',
  ),
})
const personMatch = createRoute({
  getParentRoute: () => root,
  path: '/deelnemers/$id/zoeken',
  component: lazyRouteComponent(
    () => import('./features/matching/person-match-screen.tsx'),
    'PersonMatchScreen',
  ),
})
const letters = createRoute({
  getParentRoute: () => root,
  path: '/brieven',
  validateSearch: words('q', 'state'),
  component: lazyRouteComponent(() => import('./features/letters/letters-screen.tsx'), 'LettersScreen'),
})
const letter = createRoute({
  getParentRoute: () => root,
  path: '/brieven/$id',
  validateSearch: words('deel'),
  component: lazyRouteComponent(() => import('./features/letters/letter-screen.tsx'), 'LetterScreen'),
})
const results = createRoute({
  getParentRoute: () => root,
  path: '/resultaten',
  validateSearch: words('van', 'tot', 'project', 'gemeente'),
  component: lazyRouteComponent(() => import('./features/results/results-screen.tsx'), 'ResultsScreen'),
})
const settings = createRoute({
  getParentRoute: () => root,
  path: '/instellingen',
  validateSearch: words('deel'),
  component: lazyRouteComponent(() => import('./features/settings/settings-screen.tsx'), 'SettingsScreen'),
})
const intakeForm = createRoute({
  getParentRoute: () => root,
  path: '/instellingen/intakeformulier',
  component: lazyRouteComponent(
    () => import('./features/intake-form/intake-form-screen.tsx'),
    'IntakeFormScreen',
  ),
})
const projects = createRoute({
  getParentRoute: () => root,
  path: '/instellingen/projecten',
  component: lazyRouteComponent(() => import('./features/projects/projects-screen.tsx'), 'ProjectsScreen'),
})
const copies = createRoute({
  getParentRoute: () => root,
  path: '/instellingen/kopieen',
  component: lazyRouteComponent(() => import('./features/keeping/copies-screen.tsx'), 'CopiesScreen'),
})
const access = createRoute({
  getParentRoute: () => root,
  path: '/instellingen/toegang',
  component: lazyRouteComponent(() => import('./features/access/access-screen.tsx'), 'AccessScreen'),
})
const newCode = createRoute({
  getParentRoute: () => root,
  path: '/instellingen/nieuwe-code',
  component: lazyRouteComponent(() => import('./features/access/rotate-screen.tsx'), 'RotateScreen'),
})
const audit = createRoute({
  getParentRoute: () => root,
  path: '/instellingen/logboek',
  component: lazyRouteComponent(() => import('./features/audit/audit-screen.tsx'), 'AuditScreen'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    today,
    participants,
    newParticipant,
    lists,
    person,
    merge,
    details,
    referral,
    trajectory,
    newTrajectory,
    civic,
    schedule,
    assessment,
    intake,
    talentCard,
    personHistory,
    changesOfToday,
    week,
    wordsOfDays,
    together,
    agenda,
    places,
    newPlacement,
    aftercare,
    aftercareMoment,
    hosts,
    host,
    ambassadors,
    ambassador,
    municipalities,
    municipality,
    caseManager,
    evenings,
    openings,
    opening,
    openingMatch,
    personMatch,
    letters,
    letter,
    results,
    settings,
    intakeForm,
    projects,
    copies,
    access,
    newCode,
    audit,
  ]),
  history: createHashHistory(),
  defaultPreload: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
