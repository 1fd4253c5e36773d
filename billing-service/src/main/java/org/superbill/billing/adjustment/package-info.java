/** What a named person moves in the books, with reason and within their authority: write-offs, transfers, bad debt, collections. */
@NullMarked
package org.superbill.billing.adjustment;

import org.jspecify.annotations.NullMarked;
