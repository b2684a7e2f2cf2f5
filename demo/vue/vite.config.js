import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** In development the backend and the token endpoint are those of the demo: `npm start` in the project. */
const demo = 'http://localhost:4173';

export default defineConfig({
  base: './',
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('lk-') } } })],
  server: { proxy: { '/v1': demo, '/site': demo } },
});
