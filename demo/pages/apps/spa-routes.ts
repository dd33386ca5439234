/** A page of the app: its title, and the template it is made from. */
export interface Route {
  readonly title: string;
  readonly template: string;
}

const HOME: Route = { title: 'Guild Angkasa', template: 'home' };
const ROUTES: Readonly<Record<string, Route>> = {
  '/spa/jadwal': { title: 'Jadwal · Guild Angkasa', template: 'schedule' },
  '/spa/topup': { title: 'Top up · Guild Angkasa', template: 'topup' },
};

/** The page at a path; whatever is not known is the home page. */
export function routeOf(path: string): Route {
  return ROUTES[path] ?? HOME;
}
