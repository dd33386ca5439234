import { type DetailedHTMLProps, type HTMLAttributes, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { OrderEvent } from './order-event.ts';

type ElementProps = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'zul-topup': ElementProps & {
        category?: string | undefined;
        theme?: string;
        'onzul-ready'?: () => void;
        'onzul-order-created'?: (event: OrderEvent) => void;
        'onzul-order-succeeded'?: (event: OrderEvent) => void;
      };
    }
  }
}

const SHELVES = [
  { name: 'Semua' },
  { name: 'Mobile Legends', category: 'mobile-legends' },
  { name: 'Free Fire', category: 'free-fire' },
];

function App({ proxy }: { proxy: string }) {
  const [shelf, setShelf] = useState(SHELVES[0]);
  const [isEnglish, setEnglish] = useState(false);
  const [news, setNews] = useState<readonly string[]>([]);
  const tell = (line: string) => setNews((lines) => [line, ...lines].slice(0, 5));
  return (
    <>
      <header>
        <a className="brand" href="/react">
          Lapak Nanda
        </a>
        <button type="button" className="pill" onClick={() => setEnglish(!isEnglish)}>
          {isEnglish ? 'Bahasa Indonesia' : 'English'}
        </button>
      </header>
      <main>
        <h1>Isi ulang sambil nunggu pesanan seblak.</h1>
        <nav aria-label="Rak">
          {SHELVES.map((one) => (
            <button
              type="button"
              className="pill"
              key={one.name}
              aria-pressed={one === shelf}
              onClick={() => setShelf(one)}
            >
              {one.name}
            </button>
          ))}
        </nav>
        <div className="counter">
          <zul-topup
            category={shelf?.category}
            lang={isEnglish ? 'en' : 'id'}
            onzul-ready={() => tell('Rak siap dibuka')}
            onzul-order-created={({ order }) => tell(`${order.code} dibuat: ${order.service.name}`)}
            onzul-order-succeeded={({ order }) => tell(`${order.code} terkirim. Terima kasih!`)}
          >
            <p className="waiting">
              Memuat top up… Tidak muncul juga? Mungkin pemblokir skrip menahannya. Izinkan skrip dari{' '}
              <b>{proxy}</b>, lalu muat ulang halaman ini.
            </p>
          </zul-topup>
          <aside>
            <h2>Kabar lapak</h2>
            {news.length === 0 && <p>Belum ada kabar.</p>}
            <ol reversed>
              {news.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: counted from the oldest, so it stays the same
                <li key={news.length - at}>{line}</li>
              ))}
            </ol>
          </aside>
        </div>
      </main>
      <footer>© 2026 Lapak Nanda, ditulis dengan React. Situs contoh; bukan toko sungguhan.</footer>
    </>
  );
}

const place = document.getElementById('app');
if (place) createRoot(place).render(<App proxy={place.dataset.proxy ?? ''} />);
