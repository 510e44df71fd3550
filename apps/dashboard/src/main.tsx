import '@fontsource-variable/inter/wght.css';
import './look/page.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchActivity } from './api/activity.ts';
import { App } from './app.tsx';
import { prepareTexts } from './texts/texts.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
await prepareTexts();
watchActivity();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
