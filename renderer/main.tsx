import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './theme/fonts.css'
import './theme/marks.css'
import './ui/ui.css'
import './forms/forms.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { createI18n } from '#core/i18n/index.ts'
import { openLine } from './client.ts'
import { saveEverything } from './forms/autosaver.ts'
import { steadyClicks } from './forms/steady-click.ts'
import { queryClient } from './office/query.ts'
import { Startup } from './startup/startup.tsx'
import { theme } from './theme/theme.ts'
import { installVariables } from './theme/variables.ts'

installVariables()
openLine()
steadyClicks()
// Whoever looks away or closes the window has left the field.
document.addEventListener('visibilitychange', () => void (document.hidden && saveEverything()))
window.addEventListener('pagehide', () => void saveEverything())
const i18n = createI18n('nl')
const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

createRoot(place).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      {/* No <style> elements: the content security policy refuses them. See theme/variables.ts. */}
      <MantineProvider
        theme={theme}
        forceColorScheme="light"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <QueryClientProvider client={queryClient}>
          <Startup />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  </StrictMode>,
)
