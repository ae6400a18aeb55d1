/**
 * The first intake: two talks of about half an hour. Nothing here asks for a diagnosis, a flight story,
 * religion or politics; limits are asked as what goes well and what does not, at work.
 */
import { choice, date, flags, long, multiple, needed, section, text, yesNo } from './build.ts'
import type { IntakeDefinition } from './types.ts'

export const version1: IntakeDefinition = {
  version: 1,
  sections: [
    { key: 'person', ownPage: true, questions: [] },
    section('conversation', [
      text('talk_language', needed),
      choice('talk_interpreter', ['none', 'ambassador', 'professional', 'phone', 'family']),
      { key: 'talk_understood', type: 'scale', points: 4, ...flags({ coachOnly: true }) },
      date('privacy_explained', false, needed),
    ]),
    section('civic_integration', [
      date('in_netherlands_since', true),
      choice('integration_law', ['wi2021', 'wi2013', 'not_obliged', 'exempt', 'finished', 'unknown'], needed),
      choice('integration_route', ['b1', 'education', 'z', 'none', 'unknown']),
      text('language_school'),
      { key: 'lesson_times', type: 'dayParts', ...flags({}) },
    ]),
    section('language', [
      text('mother_tongue', needed),
      text('other_languages'),
      choice('reads_own_language', ['well', 'little', 'no'], { sensitive: true }),
      choice('reads_latin_letters', ['well', 'little', 'no'], needed),
      multiple('practises_dutch_with', ['lessons', 'neighbours', 'work', 'children', 'app', 'nobody']),
    ]),
    section('education', [
      {
        key: 'schools',
        type: 'rows',
        maxRows: 6,
        columns: [
          { key: 'country', type: 'text' },
          {
            key: 'level',
            type: 'choice',
            options: ['none', 'primary', 'secondary', 'vocational', 'college', 'university'],
          },
          { key: 'subject', type: 'text' },
          { key: 'years', type: 'text' },
          { key: 'diploma', type: 'choice', options: ['yes', 'no'] },
        ],
        ...flags(needed),
      },
      multiple('driving', ['am', 'a', 'b', 'c', 'd', 'foreign']),
    ]),
    section('work', [
      {
        key: 'jobs',
        type: 'rows',
        maxRows: 8,
        columns: [
          { key: 'job', type: 'text' },
          { key: 'country', type: 'text' },
          { key: 'years', type: 'text' },
          { key: 'tasks', type: 'text' },
        ],
        ...flags(needed),
      },
      long('talents', needed),
      long('energy'),
    ]),
    section('wishes', [
      text('dream_job'),
      multiple(
        'sectors',
        [
          'catering',
          'care',
          'technology',
          'construction',
          'logistics',
          'cleaning',
          'green',
          'shop',
          'textile',
          'wood',
          'office',
          'childcare',
          'hair',
          'it',
          'transport',
          'food',
          'second_hand',
        ],
        needed,
      ),
      long('own_goal', needed),
    ]),
    section('abilities', [
      { key: 'available', type: 'dayParts', ...flags(needed) },
      { key: 'travel_minutes', type: 'number', min: 0, max: 180, unit: 'minutes', ...flags(needed) },
      multiple('travel_by', ['walking', 'cycling', 'public_transport', 'car', 'cannot_cycle']),
      {
        key: 'body_work',
        type: 'grid',
        items: [
          'standing',
          'lifting',
          'bending',
          'heights',
          'cold_heat',
          'dust',
          'noise',
          'fine_work',
          'screen',
          'busy',
        ],
        options: ['well', 'sometimes', 'not'],
        ...flags({ needed: true, sensitive: true }),
      },
      long('work_agreements', { sensitive: true }),
    ]),
    section('home', [
      choice('childcare', ['arranged', 'not_arranged', 'not_needed'], { needed: true, sensitive: true }),
      yesNo('cares_for_someone', { sensitive: true }),
      choice('money_worries', ['no', 'yes_helped', 'yes_help_needed'], { sensitive: true }),
    ]),
    section('network', [
      { key: 'dutch_contacts', type: 'number', min: 0, max: 100, unit: 'people', ...flags({}) },
      { key: 'ladder_now', type: 'scale', points: 6, ...flags({ needed: true, coachOnly: true }) },
    ]),
    section('conclusion', [
      long('summary', { needed: true, coachOnly: true }),
      choice(
        'advice',
        ['workshop', 'volunteer', 'learn_work', 'education', 'language', 'job', 'back', 'not_now'],
        { needed: true, coachOnly: true },
      ),
      long('advice_differs', { coachOnly: true }),
      long('participant_agrees', needed),
    ]),
  ],
}
