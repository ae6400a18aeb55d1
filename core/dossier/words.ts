/** The words of one line of the timeline, for the screen and for paper alike. */
import type { TimelineItem } from '../api/timeline.ts'
import { formatDayMonth, formatLong, isDate } from '../calendar/dates.ts'
import { createI18n, type Language } from '../i18n/index.ts'

export interface TimelineWords {
  /** What kind of thing it was: "Telefoon", "Brief, verstuurd", "Taal gemeten". */
  title(item: TimelineItem): string
  /** What was written or came out of it; empty where the title says all. */
  text(item: TimelineItem): string
}

/** "Voortgangsbrief"; of a kind that this program does not know: "Brief". */
export function letterName(kind: string, language: Language): string {
  const i18n = createI18n(language)
  const key = `dossier:letterKind.${kind}`
  return String(i18n.t((i18n.exists(key) ? key : 'dossier:item.letter') as never))
}

const made = new Map<Language, TimelineWords>()

/** Made once per language. */
export function timelineWords(language: Language): TimelineWords {
  const ready = made.get(language)
  if (ready) return ready
  const i18n = createI18n(language)
  const t = i18n.getFixedT(language, 'dossier')
  /** A code that this program does not know has no word, and never shows its key. */
  const word = (list: string, code: string): string => {
    const key = `enums:${list}.${code}`
    return i18n.exists(key) ? String(i18n.t(key as never)) : ''
  }
  const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
  const permission = (code: string): string => {
    const key = `dossier:permission.${code.split(' ')[0] ?? ''}`
    return i18n.exists(key) ? String(i18n.t(key as never)) : ''
  }
  const letterTitle = (code: string): string => {
    const [kind = '', state = ''] = code.split(' ')
    return detailed(letterName(kind, language), word('letterState', state))
  }
  const going = (code: string): string => {
    const key = `placing:checkin.goingWord.${code}`
    return code !== '' && i18n.exists(key) ? String(i18n.t(key as never)) : ''
  }
  const detailed = (title: string, detail: string) => (detail === '' ? title : `${title}, ${small(detail)}`)
  const joined = (...parts: string[]) => parts.filter((part) => part !== '').join('. ')

  const words: TimelineWords = {
    title({ kind, code }) {
      switch (kind) {
        case 'note':
          return word('noteKind', code) || t('item.note')
        case 'letter':
          return letterTitle(code)
        case 'placement':
          return code === 'started'
            ? t('item.placementStarted')
            : detailed(t('item.placement'), word('placementStage', code))
        case 'checkin':
          return detailed(t('item.checkin'), going(code))
        case 'contact':
          return detailed(t('item.contact'), word('contactKind', code))
        case 'help':
          return detailed(t('item.help'), word('helpKind', code))
        case 'choice':
          return detailed(t('item.choice'), word('matchChoice', code))
        case 'goal':
          return detailed(t('item.goal'), word('goalState', code))
        case 'phase':
          return detailed(t('item.phase'), word('phase', code))
        case 'intake':
          return code === 'finished' ? t('item.intakeFinished') : t('item.intakeStarted')
        case 'trajectory':
          return code === 'ended' ? t('item.trajectoryEnded') : t('item.trajectoryStarted')
        case 'pause':
          return code === 'ended' ? t('item.pauseEnded') : t('item.pauseStarted')
        case 'signal':
          return detailed(t('item.signal'), word('toldBy', code))
        case 'permission':
          return code.endsWith(' withdrawn') ? t('item.permissionWithdrawn') : t('item.permissionGiven')
        case 'appointment':
          return code === 'cancelled' ? t('item.appointmentCancelled') : t('item.appointment')
        case 'attendance':
          return i18n.exists(`dossier:signal.${code}`)
            ? t(`signal.${code as 'first_day'}`)
            : t('group.attendance')
        default:
          return t(`item.${kind}`)
      }
    },
    text({ kind, code, text }) {
      switch (kind) {
        case 'language': {
          const levels = text.split(' · ')
          const skills = code.split(',').map((skill, n) => [word('languageSkill', skill), levels[n] ?? ''])
          return skills
            .map(([skill = '', level = ''], n) => `${n === 0 ? skill : small(skill)} ${level}`)
            .join(', ')
        }
        case 'ladder':
          return joined(t('ladderStep', { step: code }), word('ladderStep', code))
        case 'extension':
          return joined(isDate(code) ? t('newEnd', { date: formatLong(code, language) }) : '', text)
        case 'referral':
          return joined(word('referralKind', code), text)
        case 'permission':
          return joined(permission(code), text)
        case 'aftercare':
          return joined(word('aftercareOutcome', code), text)
        case 'attendance':
          return isDate(text) ? t('lastHere', { date: formatDayMonth(text, language) }) : ''
        default:
          return text
      }
    },
  }
  made.set(language, words)
  return words
}
