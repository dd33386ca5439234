/** `npm run manifest`: writes what tools and people read about the element beside the built widget. */
import { writeReference } from './write-reference.ts';

await writeReference('dist/widget');
