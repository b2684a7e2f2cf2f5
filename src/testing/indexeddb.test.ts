import { storeContract } from '../../mock-backend/store/contract.js';
import { IndexedDbStore } from '../../mock-backend/store/indexeddb.js';

storeContract('in IndexedDB', () => IndexedDbStore.open(crypto.randomUUID()), { describe, it });
