import { useTranslation } from 'react-i18next'
import type { Failure } from '../../office/failure.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { Step } from './step-rail.tsx'
import type { StepProps } from './setup-screen.tsx'

export function BeginStep({
  form,
  next,
  back,
  busy,
  failure,
}: StepProps & { busy: boolean; failure: Failure | null }) {
  const { t } = useTranslation(['setup', 'problems'])
  const { office, staff } = form
  const address = [
    `${office.street} ${office.house_number}`.trim(),
    `${office.postcode} ${office.city}`.trim(),
  ]
  return (
    <Step
      title={t('begin.title')}
      lead={t('begin.lead')}
      onNext={next}
      onBack={back}
      nextLabel={t('begin.start')}
      busy={busy}
    >
      <div className="form">
        <Sheet>
          <Facts
            facts={[
              [t('begin.office'), [office.name, ...address].filter(Boolean).join(', ')],
              [t('begin.folder'), form.folder],
              [t('begin.code'), t('begin.codeText')],
              [t('begin.staff'), [staff.name, staff.function_title].filter(Boolean).join(', ')],
            ]}
          />
        </Sheet>
        {failure && failure.code !== 'INVALID' && <FailureMessage failure={failure} />}
        {failure?.fields.map(({ field, problem }) => (
          <p key={field} className="field-message" role="alert">
            {t(`problems:${problem}`)}
          </p>
        ))}
      </div>
    </Step>
  )
}
