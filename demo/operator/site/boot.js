/* Before the first paint: the language and the theme that were chosen last time. A classic script, so that nothing flashes. */
{
  const root = document.documentElement;
  const { searchParams } = new URL(location.href);
  root.lang = searchParams.get('lang') ?? localStorage.getItem('lang') ?? 'ru';
  root.dir = root.lang === 'ar' ? 'rtl' : 'ltr';
  const theme = searchParams.get('theme') ?? localStorage.getItem('theme');
  if (theme) root.dataset.theme = theme;
}
