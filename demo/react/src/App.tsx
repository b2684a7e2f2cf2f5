import { type Appearance, createSession, type LkSession } from 'lk-widgets';
import 'lk-widgets/define/balance.js';
import 'lk-widgets/define/bills.js';
import 'lk-widgets/define/session.js';
import type {} from 'lk-widgets/react';
import { useEffect, useState } from 'react';

/** An object that is handed over as a property; outside the component, so that it is the same one at each rendering. */
const appearance: Appearance = { variables: { accent: '#7a1f5c' } };

async function fetchToken({ signal }: { signal: AbortSignal }): Promise<{ token: string; expiresAt: string }> {
  const response = await fetch('/site/token', { method: 'POST', signal });
  if (!response.ok) throw new Error('Nobody is signed in.');
  return response.json();
}

/** One session for as long as the component is there. */
function useSession(): LkSession | undefined {
  const [session, setSession] = useState<LkSession>();
  useEffect(() => {
    const made = createSession({ apiUrl: '/', fetchToken });
    setSession(made);
    return () => made.dispose();
  }, []);
  return session;
}

function Accounts({ session, choose }: { session: LkSession; choose: (account: string) => void }) {
  const [numbers, setNumbers] = useState<readonly string[]>([]);
  useEffect(() => {
    const end = new AbortController();
    session.client.get('/v1/accounts', { signal: end.signal }).then(
      ({ items }) => setNumbers(items.map(({ id }) => id)),
      () => undefined, // the widgets say what is wrong
    );
    return () => end.abort();
  }, [session]);
  return (
    <select aria-label="Лицевой счёт" onChange={(event) => choose(event.target.value)}>
      {numbers.map((number) => (
        <option key={number}>{number}</option>
      ))}
    </select>
  );
}

function Money() {
  const session = useSession();
  const [account, choose] = useState<string>();
  const [told, tell] = useState('');
  if (!session) return null;
  return (
    <>
      <form>
        <Accounts session={session} choose={choose} />
        <output>{told}</output>
      </form>
      <lk-session session={session} account={account} appearance={appearance}>
        <lk-balance onlk-topup-requested={(event) => tell(`topup ${event.amount ?? ''}`)} />
        <lk-bills
          onlk-loaded={() => tell((before) => before || 'loaded')}
          onlk-navigate={(event) => tell(`${event.section} ${event.params['view'] ?? ''}`)}
        />
      </lk-session>
    </>
  );
}

export function App() {
  const [shown, show] = useState(true);
  return (
    <>
      <h1>React 19</h1>
      <button type="button" onClick={() => show(!shown)}>
        {shown ? 'Убрать' : 'Показать'}
      </button>
      {shown ? <Money /> : null}
    </>
  );
}
