import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** In development the backend and the token endpoint are those of the demo: `npm start` in the project. */
const demo = 'http://localhost:4173';

export default defineConfig({
  base: './',
  plugins: [react()],
  server: { proxy: { '/v1': demo, '/site': demo } },
});
