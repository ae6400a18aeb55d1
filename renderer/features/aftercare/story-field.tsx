/** The story for the municipality: only with permission, which can be recorded right here. */
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AreaField } from '../../forms/text-field.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { GiveDialog } from '../permissions/permission-dialogs.tsx'
import type { Moment } from './moment-screen.tsx'

export function StoryField({
  moment,
  value,
  onChange,
}: {
  moment: Moment
  value: string
  onChange: (story: string) => void
}) {
  const { t } = useTranslation('aftercare')
  const [asking, setAsking] = useState(false)
  const may = moment.storyPermission
  return (
    <div className="aftercare-story">
      {(may || value !== '') && (
        <AreaField
          label={t('form.story')}
          hint={t('form.storyHint')}
          optional
          value={value}
          onChange={onChange}
        />
      )}
      {!may && (
        <p>
          <StateWord kind="care">{value === '' ? t('form.storyNo') : t('form.storyOld')}</StateWord>{' '}
          <UnstyledButton className="link" onClick={() => setAsking(true)}>
            {t('form.storyGive')}
          </UnstyledButton>
        </p>
      )}
      {asking && (
        <GiveDialog participantId={moment.participant_id} kind="story" onClose={() => setAsking(false)} />
      )}
    </div>
  )
}
