import { createApp, defineComponent, h, ref } from 'vue';
import type { OrderEvent } from './order-event.ts';

/** The menu's entries and what each shows. Beside them stands the whole catalog. */
const SHELVES = [
  { name: 'Semua', category: null },
  { name: 'Mobile Legends', category: 'mobile-legends' },
  { name: 'PLN', category: 'pln' },
];

const App = defineComponent({
  props: { proxy: { type: String, required: true } },
  setup({ proxy }) {
    const category = ref<string | null>(null);
    const theme = ref('light');
    const last = ref('Belum ada pesanan hari ini.');

    const header = () =>
      h('header', [
        h('a', { class: 'brand', href: '/vue' }, 'Kantin Digital'),
        h(
          'button',
          {
            type: 'button',
            'aria-pressed': theme.value === 'dark',
            onClick: () => {
              theme.value = theme.value === 'dark' ? 'light' : 'dark';
            },
          },
          'Mode malam',
        ),
      ]);
    const menu = () =>
      h(
        'nav',
        { 'aria-label': 'Menu' },
        SHELVES.map((shelf) =>
          h(
            'button',
            {
              type: 'button',
              'aria-pressed': category.value === shelf.category,
              onClick: () => {
                category.value = shelf.category;
              },
            },
            shelf.name,
          ),
        ),
      );
    const widget = () =>
      // The dot makes Vue set properties, also before the element's script has arrived.
      h(
        'zul-topup',
        {
          '.category': category.value,
          '.theme': theme.value,
          onZulOrderCreated: ({ order }: OrderEvent) => {
            last.value = `${order.code}: ${order.service.name}, menunggu pembayaran.`;
          },
          onZulOrderSucceeded: ({ order }: OrderEvent) => {
            last.value = `${order.code}: ${order.service.name}, terkirim.`;
          },
        },
        h('p', { class: 'waiting' }, [
          'Memuat top up… Tidak muncul juga? Mungkin pemblokir skrip menahannya. Izinkan skrip dari ',
          h('b', proxy),
          ', lalu muat ulang halaman ini.',
        ]),
      );
    return () =>
      h('div', { class: 'page', 'data-theme': theme.value }, [
        header(),
        h('main', [
          h('h1', 'Jajan pulsa dan diamond di jam istirahat'),
          h('p', { class: 'receipt', role: 'status' }, last.value),
          menu(),
          widget(),
        ]),
        h('footer', '© 2026 Kantin SMK Cakrawala, ditulis dengan Vue. Situs contoh; bukan toko sungguhan.'),
      ]);
  },
});

const place = document.getElementById('app');
if (place) createApp(App, { proxy: place.dataset.proxy ?? '' }).mount(place);
