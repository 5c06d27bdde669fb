import '@fontsource-variable/onest/index.css';
import '@fontsource-variable/literata/index.css';
import '@mantine/core/styles.layer.css';
import './app/styles.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query.ts';
import { router } from './app/router.tsx';
import { cssVariablesResolver, theme } from './app/theme.ts';
import { startLanguages } from './i18n/index.ts';
import { Said } from './ui/said.tsx';

const colourScheme = localStorageColorSchemeManager({ key: 'reglament.colour-scheme' });

await startLanguages();

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root to draw in');
createRoot(place).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colourScheme}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Said />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
