/* Configured before the loader has come. */
window.lk = [['init', { apiUrl: '/', tokenUrl: '/site/token', locale: 'ru' }]];
