import { buildPages } from 'local-site/web/build';

/** Builds the local site's pages, so that its first start need not. */
void buildPages();
